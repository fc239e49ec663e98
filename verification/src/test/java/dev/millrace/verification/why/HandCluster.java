package dev.millrace.verification.why;

import dev.millrace.cluster.client.JobClient;
import dev.millrace.cluster.manager.JobManager;
import dev.millrace.cluster.manager.TaskManager;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.MessageCodec;
import dev.millrace.cluster.protocol.Node;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.file.Path;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.testkit.stand.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A job manager, a task manager and a client on the thread of a test, whose clock goes on when the test says so. */
final class HandCluster {

    private static final long TICK_MILLIS = 10;
    private static final ClassLoader CLASSES = HandCluster.class.getClassLoader();

    private final HandClock clock;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Map<String, Node> nodes = new TreeMap<>();
    private final MessageCodec codec = new MessageCodec();
    private final SteppedHost host;
    private final JobManager jobManager;
    private final TaskManager taskManager;
    private final JobClient client;

    /**
     * @param nowMillis what the clock shows at first, milliseconds since the epoch
     */
    HandCluster(long nowMillis, String directory) {
        clock = new HandClock(nowMillis);
        host = new SteppedHost(clock, new MemoryChannels(), new MemoryBudget(1L << 26), 1);
        NodeId managerId = new NodeId("job-manager", 0);
        NodeId hostId = new NodeId("task-manager", 0);
        NodeId clientId = new NodeId("client", 0);
        jobManager = new JobManager(context(managerId), job -> CLASSES, Path::getFileSystem, directory);
        taskManager = new TaskManager(
                context(hostId),
                managerId,
                host,
                job -> CLASSES,
                Path::getFileSystem,
                new TaskManager.Offer(1_000, "localhost"));
        client = new JobClient(context(clientId), managerId);
        nodes.put(managerId.toString(), jobManager);
        nodes.put(hostId.toString(), taskManager);
        nodes.put(clientId.toString(), client);
    }

    private NodeContext context(NodeId id) {
        return new NodeContext(
                id, (to, message) -> send(id, to, message), clock, new SplittableRandom(1), waiting::add, waiting::add);
    }

    private void send(NodeId from, NodeId to, ControlMessage message) {
        byte[] bytes = codec.encode(message);
        waiting.add(() -> {
            try {
                nodes.get(to.toString()).onMessage(from, codec.decode(bytes));
            } catch (IOException undecodable) {
                throw new UncheckedIOException(undecodable);
            }
        });
    }

    JobHandle submit(JobGraph graph) {
        return client.submit("0123456789abcdef0123456789abcdef", graph, CLASSES);
    }

    /** Lets time pass, a tick after the other, and all happen that happens meanwhile. */
    void pass(long millis) {
        for (long passed = 0; passed < millis; passed += TICK_MILLIS) {
            settle();
            clock.advance(TICK_MILLIS);
            host.clockMoved();
            tick();
        }
        settle();
    }

    private void tick() {
        jobManager.onTick(clock.nanos() / 1_000_000);
        taskManager.onTick(clock.nanos() / 1_000_000);
        client.onTick(clock.nanos() / 1_000_000);
    }

    private void settle() {
        boolean any = true;
        while (any) {
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            } else {
                any = host.step();
            }
        }
    }

    /** Waits for an answer. */
    <T> T answer(CompletableFuture<T> asked) {
        settle();
        while (!asked.isDone()) {
            pass(TICK_MILLIS);
        }
        return asked.join();
    }
}
