package dev.millrace.runtime.exchange;

import dev.millrace.core.code.OwnCode;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.fact.TaskFacts.FullChannel;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Vertex;
import dev.millrace.network.ChannelHub;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.OutputWiring;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.chain.Copies;
import dev.millrace.runtime.chain.OutgoingEdge;
import dev.millrace.runtime.chain.Target;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All edges out of a task. A batch is sent when it is full, when the task has no more input, or when the buffer timeout
 * passes; marks follow the records before them to every target. Owned by the task's thread.
 */
public final class Fanout {
    private final List<OutgoingEdge> edges = new ArrayList<>();
    private final List<OutputWiring> wirings;
    private final List<Outboxes> targets = new ArrayList<>();
    private final long timeoutMillis;

    /**
     * @param onRoom called by any thread when a target that had no room has room again
     */
    public Fanout(TaskDeployment deployment, ChannelHub hub, Runnable onRoom, Pressure pressure, long seed) {
        long shortest = Long.MAX_VALUE;
        this.wirings = deployment.outputs();
        for (OutputWiring wiring : wirings) {
            int rowsMax = wiring.bufferTimeoutMillis() == 0 ? 1 : Batch.ROWS_MAX;
            Outbox[] boxes = wiring.channels().stream()
                    .map(id -> new Outbox(hub.sender(id, onRoom), pressure, rowsMax, wiring.feedback()))
                    .toArray(Outbox[]::new);
            Outboxes outboxes = new Outboxes(boxes, wiring.feedback());
            targets.add(outboxes);
            edges.add(new OutgoingEdge(
                    wiring.operator(), wiring.tag(), target(wiring, outboxes, deployment, seed + targets.size())));
            if (wiring.bufferTimeoutMillis() > 0) {
                shortest = Math.min(shortest, wiring.bufferTimeoutMillis());
            }
        }
        this.timeoutMillis = shortest;
    }

    private static Target target(OutputWiring wiring, Outboxes targets, TaskDeployment deployment, long seed) {
        Exchange exchange = wiring.exchange();
        if (exchange instanceof Exchange.Hash hash) {
            return (Target) OwnCode.make(
                    MethodHandles.lookup(),
                    HashEdge.class,
                    List.of(hash.key().getClass()),
                    "key selector after " + emitter(wiring, deployment),
                    targets,
                    hash.key(),
                    deployment.types(),
                    wiring.targetMaxParallelism());
        } else if (exchange instanceof Exchange.Forward || exchange instanceof Exchange.Global) {
            return new SingleEdge(targets);
        } else if (exchange instanceof Exchange.Rebalance) {
            return new RoundRobinEdge(targets, deployment.id().instance());
        } else if (exchange instanceof Exchange.Rescale) {
            return new RoundRobinEdge(targets, 0);
        } else if (exchange instanceof Exchange.Broadcast) {
            boolean reuse = deployment.settings().objectReuse();
            return new BroadcastEdge(targets, reuse ? null : new Copies(deployment.types()));
        } else if (exchange instanceof Exchange.Shuffle) {
            return new ShuffleEdge(targets, new SplittableRandom(seed));
        } else if (exchange instanceof Exchange.Custom custom) {
            return new CustomEdge("partitioner after " + emitter(wiring, deployment), targets, custom);
        }
        throw new IllegalArgumentException("no exchange is known as " + exchange);
    }

    /** The name of whoever emits on an edge, in quotes. */
    private static String emitter(OutputWiring wiring, TaskDeployment deployment) {
        Vertex vertex = deployment.vertex();
        boolean chained = wiring.operator() >= 0;
        return "'"
                + (chained
                        ? vertex.chain().get(wiring.operator()).name()
                        : vertex.source().name()) + "'";
    }

    /** The edges, for the chain to push into. */
    public List<OutgoingEdge> edges() {
        return edges;
    }

    /** The shortest time that a record may wait for its batch to fill; {@link Long#MAX_VALUE} for no bound. */
    public long timeoutMillis() {
        return timeoutMillis;
    }

    /** Whether an unfinished batch holds records. */
    public boolean isOpen() {
        for (Outboxes boxes : targets) {
            if (boxes.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Sends all unfinished batches. */
    public void flush() {
        for (Outboxes boxes : targets) {
            boxes.flush();
        }
    }

    /**
     * Sends unfinished batches to the targets that have room; true when no batch is left. After a no, {@code onRoom} is
     * called.
     */
    public boolean flushWhereRoom() {
        boolean all = true;
        for (Outboxes boxes : targets) {
            all &= boxes.flushWhereRoom();
        }
        return all;
    }

    /** From now on only marks are sent. */
    public void end() {
        for (Outboxes boxes : targets) {
            boxes.end();
        }
    }

    /** Sends a mark on every edge to every target. */
    public void mark(Element mark) {
        for (Outboxes boxes : targets) {
            boxes.mark(mark);
        }
    }

    /** Sends a mark on every edge that lies in the body of a loop. */
    public void mark(int loop, Element mark) {
        for (int edge = 0; edge < targets.size(); edge++) {
            if (wirings.get(edge).loops().contains(loop)) {
                targets.get(edge).mark(mark);
            }
        }
    }

    /** How many records have been emitted on all edges since the task began. */
    public long emitted() {
        long emitted = 0;
        for (Outboxes boxes : targets) {
            emitted += boxes.emitted();
        }
        return emitted;
    }

    /** Moves what overflowed into the channels as far as there is room. */
    public void pump() {
        for (Outboxes boxes : targets) {
            boxes.pump();
        }
    }

    /** Whether nothing is left of what overflowed. */
    public boolean isPumped() {
        for (Outboxes boxes : targets) {
            if (!boxes.isPumped()) {
                return false;
            }
        }
        return true;
    }

    /** Whether every target has room, so that input may be taken. After a no, {@code onRoom} is called. */
    public boolean hasRoom() {
        for (Outboxes boxes : targets) {
            if (!boxes.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    /** The channels that have no room. */
    public List<FullChannel> full() {
        List<FullChannel> full = new ArrayList<>();
        for (int edge = 0; edge < targets.size(); edge++) {
            List<ChannelId> channels = wirings.get(edge).channels();
            for (int target = 0; target < channels.size(); target++) {
                Outbox box = targets.get(edge).get(target);
                if (!box.hasRoom()) {
                    ChannelId id = channels.get(target);
                    full.add(new FullChannel(id.edge(), id.consumer(), box.overflowRecords()));
                }
            }
        }
        return full;
    }

    /** How many channels lead out of the task. */
    public int channels() {
        return targets.stream().mapToInt(Outboxes::size).sum();
    }

    /** Lets go of all channels. */
    public void close() {
        for (Outboxes boxes : targets) {
            boxes.close();
        }
    }
}
