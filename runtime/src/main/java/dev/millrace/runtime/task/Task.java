package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.runtime.chain.Accumulators;
import dev.millrace.runtime.chain.Alarms;
import dev.millrace.runtime.chain.Brake;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.OperatorFailure;
import dev.millrace.runtime.chain.TaskMetrics;
import dev.millrace.runtime.exchange.Pressure;
import dev.millrace.runtime.source.SourceHead;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * One parallel instance of a vertex, as a step function: each step does a bounded piece of work and never waits. Before it
 * takes input it asks for room; orders are taken in every step; work that operators have of their own comes before input.
 *
 * <p>One thread at a time steps a task. Other threads only {@link #wake}, {@link #cancel} and give orders.
 */
public final class Task {
    /** How many timers or values of a cursor are worked on before other work gets its turn. */
    private static final int SLICE = 256;
    /** How much mail is taken in a turn. */
    private static final int MAIL_PER_TURN = 64;
    /** After how many calls in a row an operator that does not finish is left alone for a moment. */
    private static final int END_CALLS_MAX = 64;

    private static final long END_PAUSE_MILLIS = 1;
    /** How often a task tells what it has accumulated. */
    private static final long TALLY_MILLIS = 1_000;

    private static final long NONE = -1;

    private final TaskDeployment deployment;
    private final TaskEvents events;
    private final Clock clock;
    private final Alarms alarms = new Alarms();
    private final Accumulators accumulators = new Accumulators(this::tellLater);
    private final TaskMetrics metrics;
    private final TimeShares times;
    private final TaskAccount account;
    private final Brake brake = new Brake();
    private final TaskMailbox mailbox;
    private final TaskParts parts;
    private final Pressure pressure;
    private volatile Seat seat;
    private volatile boolean cancelled;

    private TaskPhase phase = TaskPhase.DEPLOYED;
    private Progress progress = Progress.WORKED;
    private EndOfData mode;
    private int endCalls;
    private boolean lastBarrierPassed;
    private boolean flushAlarmSet;
    private Barrier snapshotOrdered;
    private long sourceOrdersBefore;
    private long firstSnapshotAfterEnd = NONE;

    /** A task that waits for its first step; it must be seated before. */
    public Task(TaskDeployment deployment, HostServices host, TaskEvents events) {
        this.deployment = deployment;
        this.events = events;
        this.clock = host.clock();
        this.mailbox = new TaskMailbox(alarms, this::wake);
        this.metrics = new TaskMetrics(host.metrics(), deployment);
        this.times = new TimeShares(metrics.of(deployment.vertex().name()), clock.nanos());
        this.account = new TaskAccount(deployment, metrics, times, clock.nanos());
        ChainServices services = new ChainServices(deployment, host, mailbox, alarms, events, accumulators, metrics);
        this.parts = new TaskParts(
                services, new TaskParts.Callbacks(this::wake, this::takeSnapshot, this::endOfData), brake);
        this.pressure = new Pressure(brake, host.memory(), this::awaitRoom);
    }

    public TaskId id() {
        return deployment.id();
    }

    /** The orders that the task takes. */
    public TaskControl control() {
        return new TaskOrders(this, mailbox);
    }

    /** Gives the task its place in a host; the host makes it ready. Any thread. */
    public void seat(Seat newSeat) {
        seat = newSeat;
    }

    public Seat seat() {
        return seat;
    }

    /** Says that there may be something to do. Any thread. */
    public void wake() {
        Seat now = seat;
        if (now != null) {
            now.ready();
        }
    }

    /** Ends the task without regard to its data. Any thread. */
    public void cancel() {
        cancelled = true;
        wake();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** When the task wants to be stepped again though nothing comes, milliseconds since the epoch. */
    public long nextAlarmMillis() {
        return progress == Progress.IDLE ? alarms.earliestMillis() : Long.MAX_VALUE;
    }

    /**
     * Does a bounded piece of work.
     *
     * @param deadlineNanos when to stop at the next opportunity, by {@link Clock#nanos}
     */
    public Progress step(long deadlineNanos) {
        times.begins(clock.nanos(), progress);
        try {
            progress = work(deadlineNanos);
        } catch (Throwable failure) {
            fail(failure);
            progress = Progress.DONE;
        }
        if (phase != TaskPhase.CLOSED) {
            count();
        }
        times.ends(clock.nanos());
        return progress;
    }

    private Progress work(long deadlineNanos) throws Exception {
        do {
            if (cancelled) {
                leaveCancelled();
            } else if (phase == TaskPhase.DEPLOYED) {
                open();
            }
            if (phase == TaskPhase.CLOSED) {
                return Progress.DONE;
            }
            boolean ordered = mailbox.runOrders();
            takeOrderedSnapshot();
            brake.release();
            parts.fanout().pump();
            boolean room = parts.fanout().hasRoom();
            boolean posted =
                    room && phase != TaskPhase.LEAVING && !parts.chain().isBusy() && runMail();
            if (!turn(room) && !ordered && !posted) {
                return parts.fanout().flushWhereRoom() && room ? Progress.IDLE : Progress.BLOCKED;
            }
        } while (phase == TaskPhase.CLOSED || clock.nanos() < deadlineNanos);
        setFlushAlarm();
        return Progress.WORKED;
    }

    private boolean turn(boolean room) throws Exception {
        switch (phase) {
            case RUNNING -> {
                if (parts.chain().isBusy()) {
                    return advanceChain(room);
                }
                return room ? parts.input().advance() : parts.input().advanceBarriers();
            }
            case ENDING -> {
                if (room) {
                    return parts.chain().isBusy() ? advanceChain(true) : end() || advanceBarriersOfEnd();
                }
                return advanceBarriersOfEnd();
            }
            case ENDED -> {
                return parts.input().advance() || passIfCommitted();
            }
            case LEAVING -> {
                return parts.fanout().isPumped() && leave();
            }
            case DEPLOYED, CLOSED -> {
                return true;
            }
        }
        throw new AssertionError(phase);
    }

    /** A snapshot between an operator's last results and the end of the task would lead to these results again. */
    private boolean advanceBarriersOfEnd() {
        return !parts.chain().hasFinishedOne() && parts.input().advanceBarriers();
    }

    private boolean advanceChain(boolean room) {
        if (room && parts.chain().isBusy()) {
            parts.chain().advance(SLICE);
            return true;
        }
        return parts.input().advanceBarriers();
    }

    private boolean runMail() throws Exception {
        boolean any = false;
        // after a stop mail waits for ever: what it would emit belongs to the run that goes on from the last snapshot
        boolean stopped = phase == TaskPhase.ENDED && mode == EndOfData.SUSPEND;
        for (int left = stopped ? 0 : MAIL_PER_TURN; left > 0 && mailbox.runOneMail(); left--) {
            any = true;
        }
        if (alarms.earliestMillis() != Long.MAX_VALUE) {
            long now = clock.millis();
            for (int left = MAIL_PER_TURN; left > 0 && alarms.runOne(now); left--) {
                any = true;
            }
        }
        return any;
    }

    private void open() throws Exception {
        if (deployment.restore() != null && deployment.restore().finished()) {
            parts.openFinished(pressure);
            events.running(id());
            sendEnd(EndOfData.DRAIN);
            passEnd();
            return;
        }
        parts.open(pressure);
        phase = TaskPhase.RUNNING;
        events.running(id());
        if (parts.wereEnded()) {
            sendEnd(EndOfData.DRAIN);
        } else if (parts.input() instanceof NoInput) {
            endOfData(EndOfData.DRAIN); // what had not ended were operators that ran in other tasks then
        }
    }

    private void endOfData(EndOfData newMode) {
        if (phase == TaskPhase.RUNNING) {
            mode = newMode;
            phase = TaskPhase.ENDING;
        }
    }

    private boolean end() {
        if (mode == EndOfData.DRAIN) {
            if (endCalls == END_CALLS_MAX) {
                return false;
            }
            endCalls++;
            if (!parts.chain().end()) {
                if (endCalls == END_CALLS_MAX) {
                    alarms.at(clock.millis() + END_PAUSE_MILLIS, () -> endCalls = 0);
                }
                return true;
            }
            if (!needsCommit() && !lastBarrierPassed) {
                lastBarrierPassed = true;
                parts.chain().beforeBarrier(Long.MAX_VALUE);
                return true;
            }
        } else {
            parts.chain().suspend();
        }
        sendEnd(mode);
        return true;
    }

    private void sendEnd(EndOfData newMode) {
        mode = newMode;
        if (parts.chain() != null) {
            parts.chain().quiet();
        }
        parts.fanout().mark(newMode);
        parts.fanout().end();
        phase = TaskPhase.ENDED;
        events.endOfDataReached(id());
    }

    /** Whether results count only once a checkpoint after them is committed. */
    private boolean needsCommit() {
        return mode == EndOfData.SUSPEND || deployment.settings().checkpoints().enabled();
    }

    private boolean passIfCommitted() {
        if (needsCommit()) {
            return false;
        }
        parts.chain().checkpointComplete(Long.MAX_VALUE);
        passEnd();
        return true;
    }

    private void passEnd() {
        parts.fanout().mark(EndOfChannel.END);
        phase = TaskPhase.LEAVING;
    }

    /** Takes a snapshot by order: at once, or when the predecessors' channels have closed, or their orders been taken. */
    void snapshotOrdered(Barrier barrier, long sourceOrders) {
        if (snapshotOrdered == null || snapshotOrdered.checkpointId() < barrier.checkpointId()) {
            snapshotOrdered = barrier;
        }
        sourceOrdersBefore = sourceOrders;
        takeOrderedSnapshot(); // before the next order: splits that come after this one belong to the next checkpoint
    }

    private void takeOrderedSnapshot() {
        boolean due = snapshotOrdered != null
                && phase != TaskPhase.LEAVING
                && !(phase == TaskPhase.ENDING && parts.chain().hasFinishedOne())
                && !parts.input().bringsBarriers()
                && (source() == null || isReady(source().source(), snapshotOrdered.checkpointId()));
        if (due) {
            Barrier barrier = snapshotOrdered;
            snapshotOrdered = null;
            takeSnapshot(barrier);
        }
    }

    private boolean isReady(SourceHead source, long checkpointId) {
        return source.ordersTaken() >= sourceOrdersBefore && source.isReadyForSnapshot(checkpointId);
    }

    private void takeSnapshot(Barrier barrier) {
        boolean ended = phase == TaskPhase.ENDED;
        boolean taken = parts.snapshots().take(barrier, ended && mode == EndOfData.DRAIN);
        if (taken && ended && firstSnapshotAfterEnd == NONE) {
            firstSnapshotAfterEnd = barrier.checkpointId();
        }
    }

    /** A checkpoint has been published, or given up. */
    void checkpointEnded(long checkpointId, boolean complete) throws Exception {
        if (phase == TaskPhase.LEAVING) {
            return;
        }
        parts.input().checkpointEnded(checkpointId, complete);
        if (!complete) {
            if (snapshotOrdered != null && snapshotOrdered.checkpointId() == checkpointId) {
                snapshotOrdered = null;
            }
            parts.chain().checkpointAborted(checkpointId);
            return;
        }
        parts.chain().checkpointComplete(checkpointId);
        if (phase == TaskPhase.ENDED && firstSnapshotAfterEnd != NONE && checkpointId >= firstSnapshotAfterEnd) {
            passEnd();
        }
    }

    void reportTaken(String channel, long position) {
        if (parts.chain() != null) {
            parts.chain().reportTaken(channel, position);
        }
    }

    void endInput(EndOfData newMode) {
        if (parts.input() != null) {
            parts.input().end(newMode);
        }
    }

    /** The reader of this task, or null when it has none. */
    SourceInput source() {
        return parts.input() instanceof SourceInput input ? input : null;
    }

    private void setFlushAlarm() {
        long timeout = parts.fanout().timeoutMillis();
        if (!flushAlarmSet && timeout != Long.MAX_VALUE && parts.fanout().isOpen()) {
            flushAlarmSet = true;
            alarms.at(clock.millis() + timeout, () -> {
                flushAlarmSet = false;
                parts.fanout().flush();
            });
        }
    }

    private void awaitRoom(BooleanSupplier condition) {
        seat.await(() -> cancelled || condition.getAsBoolean());
        if (cancelled) {
            throw new CancellationException("cancelled while waiting for room");
        }
    }

    private boolean leave() throws Exception {
        phase = TaskPhase.CLOSED;
        Throwable failure = parts.closeOperators();
        parts.closeFanout();
        if (failure == null) {
            events.finished(id(), tally());
        } else {
            events.failed(id(), describe(failure));
        }
        return true;
    }

    private void count() {
        if (parts.chain() != null) {
            parts.chain().count();
        }
        if (parts.input() instanceof SourceInput input) {
            input.source().count();
        }
    }

    private TaskTally tally() {
        count();
        return new TaskTally(accumulators.copies(), metrics.counts());
    }

    /** Says how the task does. */
    void tellFacts(long request, boolean metricsToo) {
        if (phase != TaskPhase.CLOSED) {
            count();
            boolean ended = phase == TaskPhase.ENDED || phase == TaskPhase.LEAVING;
            events.facts(id(), request, account.of(parts, ended, metricsToo, clock.nanos()));
        }
    }

    private void tellLater() {
        alarms.at(clock.millis() + TALLY_MILLIS, () -> {
            if (phase == TaskPhase.RUNNING || phase == TaskPhase.ENDING) {
                events.tallied(id(), tally());
                tellLater();
            }
        });
    }

    private void leaveCancelled() {
        phase = TaskPhase.CLOSED;
        Thread.interrupted(); // what was meant for the step must not disturb the closing
        parts.closeOperators();
        parts.closeFanout();
        events.cancelled(id());
    }

    private void fail(Throwable failure) {
        if (phase == TaskPhase.CLOSED) {
            return;
        }
        if (cancelled) {
            leaveCancelled();
            return;
        }
        phase = TaskPhase.CLOSED;
        parts.closeOperators();
        parts.closeFanout();
        events.failed(id(), describe(failure));
    }

    private TaskFailure describe(Throwable failure) {
        String vertex = deployment.vertex().name();
        int instance = id().instance();
        return failure instanceof OperatorFailure named
                ? new TaskFailure(vertex, instance, named.operator(), named.record(), named.getCause())
                : new TaskFailure(vertex, instance, null, null, failure);
    }
}
