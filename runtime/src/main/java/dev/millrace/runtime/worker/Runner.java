package dev.millrace.runtime.worker;

import dev.millrace.core.time.Clock;
import dev.millrace.runtime.task.Progress;
import dev.millrace.runtime.task.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A thread that runs a worker: steps its ready tasks, consumers before producers, round after round; spins for a moment when
 * none is ready, then parks.
 *
 * <p>The worker can be taken from it during a step. {@code turn} is odd during a step; whoever changes it from there to
 * {@link #TAKEN} has taken the worker, and this thread goes on with a worker of its own that holds only the task at hand.
 */
final class Runner extends Thread {
    private static final VarHandle TURN;

    static {
        try {
            TURN = MethodHandles.lookup().findVarHandle(Runner.class, "turn", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** How long a step goes on while there is more to do. */
    private static final long STEP_NANOS = 200_000;
    /** How often a runner looks for something to do before it parks: some microseconds. */
    private static final int SPINS = 200;
    /** The longest sleep; a bound on what a clock that jumped can cost. */
    private static final long PARK_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

    private static final long TAKEN = -1;

    private final Crew crew;
    private final Clock clock;
    private Worker worker;
    private volatile Worker next;
    private volatile Task current;

    @SuppressWarnings("unused") // through TURN
    private volatile long turn;

    Runner(String name, Crew crew, Worker worker) {
        super(name);
        this.crew = crew;
        this.clock = crew.clock();
        this.worker = worker;
        setDaemon(true);
    }

    @Override
    public void run() {
        long turns = 0;
        while (!isOver()) {
            worker.admit();
            boolean any = false;
            Roster roster = worker.roster();
            for (int place = roster.next(0); place >= 0; place = roster.next(place + 1)) {
                any = true;
                turns += 2;
                if (!step(roster, place, turns)) {
                    break;
                }
            }
            if (worker.timers().firstMillis() != Long.MAX_VALUE) {
                worker.timers().wake(clock.millis());
            }
            if (!any) {
                idle();
            }
        }
        crew.left(worker);
    }

    private boolean isOver() {
        return worker.roster().size() == 0 && !worker.hasArrivals() && (worker.isOwn() || crew.isClosed());
    }

    /** Steps one task; false when the roster is no longer the one to go on with. */
    private boolean step(Roster roster, int place, long turns) {
        WorkerSeat seat = roster.get(place);
        Task task = seat.task();
        current = task;
        TURN.setVolatile(this, turns - 1);
        roster.take(place);
        Progress progress = task.step(clock.nanos() + STEP_NANOS);
        boolean kept = TURN.compareAndSet(this, turns - 1, turns);
        if (!kept) {
            worker = takeNext();
            TURN.setVolatile(this, turns);
        }
        current = null;
        if (progress == Progress.DONE) {
            Thread.interrupted(); // what was meant for the task must not reach the next
            worker.remove(task);
            crew.done(task);
            return false;
        }
        if (kept) {
            if (progress == Progress.WORKED) {
                roster.set(place);
            }
            worker.timers().wish(seat, task.nextAlarmMillis());
        }
        return kept;
    }

    private Worker takeNext() {
        Worker own = peekNext();
        next = null;
        return own;
    }

    /** The worker that whoever took the last one leaves to this thread, in an instant. */
    private Worker peekNext() {
        Worker own = next;
        while (own == null) {
            Thread.onSpinWait();
            own = next;
        }
        return own;
    }

    private void idle() {
        for (int i = 0; i < SPINS; i++) {
            if (worker.isReady()) {
                return;
            }
            Thread.onSpinWait();
        }
        long nanos = PARK_NANOS_MAX;
        long first = worker.timers().firstMillis();
        if (first != Long.MAX_VALUE) {
            long millis = Math.max(0, Math.min(first - clock.millis(), 1000));
            nanos = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(millis));
        }
        if (nanos > 0) {
            worker.park(nanos);
            crew.awake();
        }
    }

    /** The number of the step that this thread is in, or 0 when it is in none; another number is another step. */
    long stepping() {
        long now = (long) TURN.getVolatile(this);
        return (now & 1) == 1 && now != TAKEN ? now : 0;
    }

    /** The task being stepped, or null. */
    Task current() {
        return current;
    }

    /**
     * Takes the worker from this thread if it is still in a step, leaving it the task at hand. Any thread.
     *
     * @return false when the step was over before
     */
    boolean takeWorker(long step) {
        if (!TURN.compareAndSet(this, step, TAKEN)) {
            return false;
        }
        Task stays = current;
        Worker taken = worker;
        Worker own = crew.ownWorker(stays, this);
        taken.remove(stays);
        own.take(stays);
        next = own;
        crew.run(taken);
        return true;
    }

    /** Waits inside a step, on this thread, while another one goes on with the worker's other tasks. */
    void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            long step = stepping();
            if (step != 0 && worker.isShared()) {
                takeWorker(step);
            }
            Worker mine = stepping() == 0 ? peekNext() : worker;
            Roster roster = mine.roster();
            int place = roster.next(0);
            if (place >= 0) {
                roster.take(place);
            } else {
                mine.park(PARK_NANOS_MAX);
                crew.awake();
            }
        }
    }
}
