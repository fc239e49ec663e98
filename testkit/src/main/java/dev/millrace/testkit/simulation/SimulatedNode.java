package dev.millrace.testkit.simulation;

import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A node in its process, with its clock and its executors. */
final class SimulatedNode {
    /** How long something for the node's thread waits at most. */
    private static final long THREAD_NANOS_MAX = 50_000;

    private final NodeId id;
    private final Process process;
    private final NodeClock clock;
    private final NodeContext context;
    private final int tickMillis;

    SimulatedNode(World world, NodeId id, Network network, ClusterSize size) {
        this.id = id;
        this.process = world.process(id.toString());
        this.clock = new NodeClock(world);
        this.tickMillis = size.tickMillis();
        this.context = new NodeContext(
                id,
                network.of(id),
                clock,
                world.random().split(),
                inOrder(process),
                background(process, size.backgroundMillisMax()));
    }

    /** Runs actions one after the other, each after a moment. */
    private static Executor inOrder(Process process) {
        Deque<Runnable> waiting = new ArrayDeque<>();
        return action -> {
            waiting.add(action);
            process.after(
                    process.world().random().nextLong(THREAD_NANOS_MAX),
                    () -> waiting.remove().run());
        };
    }

    /** Runs actions in any order, most of them soon. */
    private static Executor background(Process process, int millisMax) {
        return action -> {
            int bound = process.world().random().nextInt(8) == 0 ? millisMax : 1 + millisMax / 10;
            process.after(process.world().random().nextLong(TimeUnit.MILLISECONDS.toNanos(bound) + 1), action);
        };
    }

    /** Begins the life of the node. */
    void start(Network network, Node node) {
        network.join(id, process, node);
        tick(node);
    }

    private void tick(Node node) {
        process.after(TimeUnit.MILLISECONDS.toNanos(tickMillis), () -> {
            node.onTick(context.nowMillis());
            tick(node);
        });
    }

    NodeId id() {
        return id;
    }

    Process process() {
        return process;
    }

    NodeClock clock() {
        return clock;
    }

    NodeContext context() {
        return context;
    }
}
