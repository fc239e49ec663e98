package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.chain.Accumulators;
import dev.millrace.runtime.chain.Alarms;
import dev.millrace.runtime.chain.Brake;
import dev.millrace.runtime.chain.ChainServices;
import dev.millrace.runtime.chain.TaskMetrics;
import dev.millrace.runtime.exchange.Pressure;
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

    private final TaskId id;
    private final TaskDeployment deployment;
    private final TaskEvents events;
    private final Clock clock;
    private final Alarms alarms = new Alarms();
    private final Brake brake = new Brake();
    private final TaskMailbox mailbox;
    private final TaskParts parts;
    private final Pressure pressure;
    private final TaskLife life = new TaskLife();
    private final TaskEnd end;
    private final TaskCheckpoints checkpoints;
    private final TaskReports reports;
    private volatile Seat seat;
    private volatile boolean cancelled;

    private Progress progress = Progress.WORKED;
    private boolean flushAlarmSet;

    /** A task that waits for its first step; it must be seated before. */
    public Task(TaskDeployment deployment, HostServices host, TaskEvents events) {
        this.id = deployment.id();
        this.deployment = deployment;
        this.events = events;
        this.clock = host.clock();
        this.mailbox = new TaskMailbox(alarms, this::wake);
        ChainServices services = new ChainServices(
                deployment,
                host,
                mailbox,
                alarms,
                events,
                new Accumulators(this::onFirstAccumulated),
                new TaskMetrics(host.metrics(), deployment));
        this.parts =
                new TaskParts(services, new TaskParts.Callbacks(this::wake, this::onBarrier, this::onEndOfData), brake);
        this.pressure = new Pressure(brake, host.memory(), this::awaitRoom);
        this.end = new TaskEnd(services, parts, life);
        this.checkpoints = new TaskCheckpoints(parts, life, end);
        this.reports = new TaskReports(services, parts, life);
    }

    private void onFirstAccumulated() {
        reports.tellTallyLater();
    }

    private void onBarrier(Barrier barrier) {
        checkpoints.take(barrier);
    }

    private void onEndOfData(EndOfData mode) {
        end.begin(mode);
    }

    public TaskId id() {
        return id;
    }

    /** The orders that the task takes. */
    public TaskControl control() {
        return new TaskOrders(this, mailbox, parts, checkpoints, reports);
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

    /** Asks the step at hand to end after its record, so that timers, snapshots and orders get their turn. Any thread. */
    public void call() {
        brake.call();
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
        reports.stepBegins(progress);
        try {
            progress = work(deadlineNanos);
        } catch (Throwable failure) {
            fail(failure);
            progress = Progress.DONE;
        }
        reports.stepEnds();
        return progress;
    }

    private Progress work(long deadlineNanos) throws Exception {
        do {
            if (cancelled && !life.is(TaskPhase.CLOSED)) {
                leaveCancelled();
            } else if (life.is(TaskPhase.DEPLOYED)) {
                open();
            }
            if (life.is(TaskPhase.CLOSED)) {
                return Progress.DONE;
            }
            boolean ordered = mailbox.runOrders();
            checkpoints.takeOrdered();
            brake.release();
            parts.fanout().pump();
            boolean room = parts.fanout().hasRoom();
            boolean posted =
                    room && !life.is(TaskPhase.LEAVING) && !parts.chain().isBusy() && runMail();
            if (!turn(room) && !ordered && !posted) {
                return parts.fanout().flushWhereRoom() && room ? Progress.IDLE : Progress.BLOCKED;
            }
        } while (life.is(TaskPhase.CLOSED) || clock.nanos() < deadlineNanos);
        setFlushAlarm();
        return Progress.WORKED;
    }

    private boolean turn(boolean room) throws Exception {
        switch (life.phase()) {
            case RUNNING -> {
                if (parts.chain().isBusy()) {
                    return advanceChain(room);
                }
                return room ? parts.input().advance() : parts.input().advanceBarriers();
            }
            case ENDING -> {
                if (room) {
                    return parts.chain().isBusy() ? advanceChain(true) : end.advance() || advanceBarriersOfEnd();
                }
                return advanceBarriersOfEnd();
            }
            case ENDED -> {
                return parts.input().advance() || end.passIfCommitted();
            }
            case LEAVING -> {
                return parts.fanout().isPumped() && leave();
            }
            case DEPLOYED, CLOSED -> {
                return true;
            }
        }
        throw new AssertionError(life.phase());
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
        for (int left = end.isStopped() ? 0 : MAIL_PER_TURN; left > 0 && mailbox.runOneMail(); left--) {
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
            events.running(id);
            end.send(EndOfData.DRAIN);
            end.pass();
            return;
        }
        parts.open(pressure);
        life.enter(TaskPhase.RUNNING);
        events.running(id);
        if (parts.wereEnded()) {
            end.send(EndOfData.DRAIN);
        } else if (parts.input() instanceof NoInput) {
            end.begin(EndOfData.DRAIN); // what had not ended were operators that ran in other tasks then
        }
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
        life.enter(TaskPhase.CLOSED);
        Throwable failure = parts.closeOperators();
        parts.closeFanout();
        if (failure == null) {
            reports.finished();
        } else {
            reports.failed(failure);
        }
        return true;
    }

    private void leaveCancelled() {
        life.enter(TaskPhase.CLOSED);
        Thread.interrupted(); // what was meant for the step must not disturb the closing
        parts.closeOperators();
        parts.closeFanout();
        events.cancelled(id);
    }

    private void fail(Throwable failure) {
        if (life.is(TaskPhase.CLOSED)) {
            return;
        }
        if (cancelled) {
            leaveCancelled();
            return;
        }
        life.enter(TaskPhase.CLOSED);
        parts.closeOperators();
        parts.closeFanout();
        reports.failed(failure);
    }
}
