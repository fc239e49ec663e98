package dev.millrace.runtime.worker;

import dev.millrace.runtime.task.Task;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Tasks that share a thread. Whoever runs the worker, one {@link Runner} at a time, owns its roster and timers; other
 * threads set bits and bring tasks.
 */
final class Worker {
    private static final VarHandle PARKED;

    static {
        try {
            PARKED = MethodHandles.lookup().findVarHandle(Worker.class, "parked", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final String name;
    private final boolean own;
    private final Queue<Task> arriving = new ConcurrentLinkedQueue<>();
    private final WorkerTimers timers = new WorkerTimers();
    private volatile Roster roster = new Roster(this, List.of());
    private volatile Runner runner;

    @SuppressWarnings("unused") // through PARKED
    private volatile boolean parked;

    /**
     * @param own whether this is the thread of one task of its own, which ends with it
     */
    Worker(String name, boolean own) {
        this.name = name;
        this.own = own;
    }

    String name() {
        return name;
    }

    boolean isOwn() {
        return own;
    }

    Roster roster() {
        return roster;
    }

    WorkerTimers timers() {
        return timers;
    }

    Runner runner() {
        return runner;
    }

    void runBy(Runner newRunner) {
        runner = newRunner;
    }

    /** Brings a task. Any thread. */
    void bring(Task task) {
        arriving.add(task);
        unpark();
    }

    boolean hasArrivals() {
        return !arriving.isEmpty();
    }

    /** Whether there are tasks beside the one that is being stepped. */
    boolean isShared() {
        return roster.size() > 1 || hasArrivals();
    }

    /** Seats the tasks that have arrived. */
    void admit() {
        if (!arriving.isEmpty()) {
            List<Task> tasks = new ArrayList<>(roster.tasks());
            for (Task task = arriving.poll(); task != null; task = arriving.poll()) {
                tasks.add(task);
            }
            reseat(tasks);
        }
    }

    /** Lets a task go. */
    void remove(Task gone) {
        List<Task> tasks = new ArrayList<>(roster.tasks());
        tasks.remove(gone);
        reseat(tasks);
    }

    /** Seats a task that sat elsewhere. */
    void take(Task task) {
        reseat(List.of(task));
    }

    private void reseat(List<Task> tasks) {
        timers.clear();
        Roster fresh = new Roster(this, tasks);
        roster = fresh;
        fresh.seat();
    }

    /** Whether there is something to do at once. */
    boolean isReady() {
        return roster.next(0) >= 0 || !arriving.isEmpty();
    }

    /** Waits until something is to be done, or for a time. Called by the runner. */
    void park(long nanos) {
        PARKED.setVolatile(this, true);
        if (!isReady()) {
            LockSupport.parkNanos(this, nanos);
        }
        PARKED.setVolatile(this, false);
    }

    boolean isParked() {
        return (boolean) PARKED.getVolatile(this);
    }

    /** Wakes the runner if it waits. Any thread. */
    void unpark() {
        if ((boolean) PARKED.getVolatile(this) && PARKED.compareAndSet(this, true, false)) {
            LockSupport.unpark(runner);
        }
    }
}
