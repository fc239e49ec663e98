package dev.millrace.runtime.loop;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.LoopMark;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.chain.Copies;
import dev.millrace.runtime.exchange.Fanout;
import dev.millrace.runtime.exchange.LoopLanes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The loops that a task lies in, and the one that it heads. Owned by the task's thread. */
public final class TaskLoops implements LoopLanes {
    private static final String EVENT_TIME = "loop/eventTime";

    private final TaskDeployment deployment;
    private final Chain chain;
    private final Fanout fanout;
    private final Copies copies;
    private final BackEdges back;
    private final TreeMap<Integer, LoopRounds> loops = new TreeMap<>();
    /** The edge of each lane that leads back, -1 for others. */
    private final List<Integer> edgeOfLane = new ArrayList<>();

    private final FeedbackLog log;
    private final Feedback left = new Feedback();
    private LoopHead head;
    private Feedback replay = new Feedback();
    private int replayed;
    private int edgeAtGate;
    private long touched;

    /** Whether a task lies in a loop. */
    public static boolean concern(TaskDeployment deployment) {
        return deployment.inputs().stream().anyMatch(wiring -> !wiring.loops().isEmpty());
    }

    public TaskLoops(TaskDeployment deployment, Chain chain, Fanout fanout) {
        this.deployment = deployment;
        this.chain = chain;
        this.fanout = fanout;
        this.copies = new Copies(deployment.types());
        this.back = new BackEdges(deployment);
        this.log = new FeedbackLog(deployment.id().instance(), copies);
        for (InputWiring wiring : deployment.inputs()) {
            for (InputWiring.InLoop in : wiring.loops()) {
                loops.computeIfAbsent(in.loop(), loop -> new LoopRounds(loop, activityFor(loop), fanout));
            }
        }
        for (int edge = 0; edge < deployment.inputs().size(); edge++) {
            addLanes(edge);
        }
    }

    private void addLanes(int edge) {
        InputWiring wiring = deployment.inputs().get(edge);
        for (int i = 0; i < wiring.channels().size(); i++) {
            int lane = edgeOfLane.size();
            edgeOfLane.add(wiring.feedback() == null ? -1 : edge);
            TreeMap<Integer, LoopRounds> entered = new TreeMap<>(loops);
            for (InputWiring.InLoop in : wiring.loops()) {
                entered.remove(in.loop()).addLane(lane, in.returning());
            }
            entered.values().forEach(loop -> loop.addEntry(lane));
            if (wiring.feedback() != null) {
                log.addLane(lane, edge);
            }
        }
    }

    private Activity activityFor(int loop) {
        boolean own = loop == deployment.id().vertex();
        return new Activity() {
            @Override
            public long records() {
                return touched + fanout.emitted();
            }

            @Override
            public boolean isPending() {
                return isReplaying() || chain.pace().isPending() || !own && head != null && head.isPending();
            }
        };
    }

    /**
     * Makes the task the head of a loop, if back edges lead to it.
     *
     * @param restored what the snapshot says of the task, or null
     * @param released the event time that had been let in
     * @param same whether the parallelism is that of the snapshot
     * @param onEndOfData told when the loop has ended, and the task's data with it
     * @return the event time that had come from outside
     */
    public long lead(SnapshotReader restored, long released, boolean same, Consumer<EndOfData> onEndOfData)
            throws Exception {
        if (!back.any()) {
            return released;
        }
        long received = released;
        if (restored != null) {
            List<Long> all = restored.items(EVENT_TIME);
            received = all.stream().mapToLong(Long::longValue).min().orElse(released);
            replay = Feedback.read(restored, (value, instance, edge) -> back.isMine(value, instance, edge, same));
        }
        LoopRounds own = loops.get(deployment.id().vertex());
        head = new LoopHead(own, back.first().feedback().hops(), chain, onEndOfData, received, released);
        own.leadBy(head);
        return received;
    }

    /**
     * Begins, once the gate is there.
     *
     * @param ended whether the loop had ended before a restore
     */
    public void start(boolean ended) {
        if (head != null && ended) {
            head.endedBefore();
        } else if (head != null) {
            head.start();
        }
    }

    /** The head of the loop that the task heads, or null. */
    public LoopHead head() {
        return head;
    }

    /** Gives a record that was on its way when the checkpoint was taken to the chain; false when none is left. */
    public boolean replayOne() {
        if (!isReplaying() || !chain.pace().isReady()) {
            return false;
        }
        int row = replayed++;
        touched++;
        Object[] value = {replay.value(row)};
        long[] timestamp = {replay.timestamp(row)};
        int input = back.at(replay.edge(row)).input();
        chain.onRows(input, new Batch(value, timestamp, null, 1), 0);
        if (!isReplaying()) {
            replay = new Feedback();
            replayed = 0;
        }
        return true;
    }

    /** Whether records of the checkpoint come before all others. */
    public boolean isReplaying() {
        return replayed < replay.size();
    }

    /** The loop has ended: what still comes round is not worked on. */
    public int leave(Batch batch, int from) {
        if (head.isSuspended()) {
            left.add(batch, from, deployment.id().instance(), edgeAtGate, copies);
        }
        return batch.size();
    }

    @Override
    public boolean isHeld(int lane) {
        return log.isHeld(lane);
    }

    @Override
    public boolean isKeptOut(int lane) {
        for (LoopRounds loop : loops.values()) {
            if (loop.isKeptOut(lane)) {
                return !log.isAnyHeld();
            }
        }
        return false;
    }

    @Override
    public void onRows(int lane, Batch batch, int from) {
        touched++;
        log.onRows(lane, batch, from);
        int edge = edgeOfLane.get(lane);
        if (edge >= 0) {
            edgeAtGate = edge;
            head.awake();
        }
    }

    @Override
    public void onLoopMark(int lane, LoopMark mark) {
        loops.get(mark.loop()).onMark(lane, mark);
    }

    @Override
    public void onBarrier(int lane, long checkpointId) {
        log.onBarrier(lane, checkpointId);
    }

    @Override
    public void onEnded(int lane) {
        loops.values().forEach(loop -> loop.onEnded(lane));
    }

    @Override
    public void onClosed(int lane) {
        log.onClosed(lane);
        loops.values().forEach(loop -> loop.onClosed(lane));
    }

    /** The task is about to take its part of a checkpoint and to pass its barrier on. */
    public void beforeBarrier(long checkpointId) {
        loops.values().forEach(loop -> loop.onBarrier(checkpointId));
    }

    /**
     * The task has taken its part of a checkpoint, which is complete with what is on its way back to it.
     *
     * @param ofTask takes that; null when the part could not be taken
     */
    public void afterBarrier(long checkpointId, SnapshotWriter ofTask, Deferred part) {
        Feedback before = new Feedback();
        before.add(left, 0);
        before.add(replay, replayed);
        log.passed(checkpointId, before, new FeedbackLog.Waiting() {
            @Override
            public void complete(Feedback onTheWay) {
                try {
                    if (ofTask != null) {
                        onTheWay.write(ofTask);
                    }
                } catch (IOException | RuntimeException failure) {
                    part.fail(failure);
                    return;
                }
                part.complete();
            }

            @Override
            public void drop() {
                part.drop();
            }
        });
    }

    /** What the task's own state in a snapshot says of the loop. */
    public void write(SnapshotWriter ofTask) throws IOException {
        if (head != null) {
            ofTask.union(EVENT_TIME, List.of(head.received()));
        }
    }

    public void aborted(long checkpointId) {
        log.abort(checkpointId);
        loops.values().forEach(loop -> loop.onAborted(checkpointId));
    }

    public void close() {
        log.drop();
    }
}
