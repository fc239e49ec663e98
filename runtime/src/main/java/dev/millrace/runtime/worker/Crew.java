package dev.millrace.runtime.worker;

import dev.millrace.core.time.Clock;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The workers of a process with the threads that run them. Safe for use by any thread. */
final class Crew {
    private final Clock clock;
    private final List<Worker> shared = new ArrayList<>();
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final Queue<Runner> runners = new ConcurrentLinkedQueue<>();
    private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger spares = new AtomicInteger();
    private final Watchdog watchdog;
    private volatile boolean closed;

    Crew(int size, Clock clock, StepLimits limits) {
        this.clock = clock;
        for (int i = 0; i < size; i++) {
            Worker worker = new Worker("millrace-worker-" + i, false);
            shared.add(worker);
            workers.add(worker);
        }
        this.watchdog = new Watchdog(this, limits);
    }

    void start() {
        shared.forEach(this::run);
        watchdog.start();
    }

    Clock clock() {
        return clock;
    }

    /** Gives a task to a worker; tasks of the same instance share one, so that producers and consumers share a core. */
    void bring(Task task) {
        if (closed) {
            throw new IllegalStateException("task " + task.id() + " came to a host that is closed");
        }
        tasks.add(task);
        shared.get(task.id().instance() % shared.size()).bring(task);
    }

    /** Starts a thread that runs a worker from now on. */
    void run(Worker worker) {
        Runner runner = new Runner(worker.name() + "-" + spares.getAndIncrement(), this, worker);
        worker.runBy(runner);
        runners.add(runner);
        runner.start();
    }

    /** A worker for one task that keeps its thread. */
    Worker ownWorker(Task task, Runner runner) {
        Worker own = new Worker("millrace-task-" + task.id(), true);
        own.runBy(runner);
        workers.add(own);
        return own;
    }

    /** A task has ended. */
    void done(Task task) {
        tasks.remove(task);
    }

    /** A thread ends, because its worker has nothing left to do for ever. */
    void left(Worker worker) {
        runners.remove(worker.runner());
        if (worker.isOwn()) {
            workers.remove(worker);
        }
    }

    /** What the thread that is in a step of a task is doing, as far as it is not the engine's own; empty when none is. */
    List<String> stack(TaskId task) {
        for (Worker worker : workers) {
            Runner runner = worker.runner();
            Task current = runner == null ? null : runner.current();
            if (current != null && current.id().equals(task)) {
                return Stacks.within(runner.getStackTrace());
            }
        }
        return List.of();
    }

    Iterable<Worker> workers() {
        return workers;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether all threads wait for something to do. */
    boolean isResting() {
        for (Worker worker : workers) {
            if (!worker.isParked()) {
                return false;
            }
        }
        return true;
    }

    /** A thread has something to do after a rest. */
    void awake() {
        watchdog.wake();
    }

    /** Cancels all tasks, and ends the threads once their tasks have gone. Waits for them for a while. */
    void close(long waitMillis) throws InterruptedException {
        closed = true;
        tasks.forEach(Task::cancel);
        workers.forEach(Worker::unpark);
        long perThread = Math.max(1, waitMillis / Math.max(1, runners.size()));
        for (Runner runner : runners) {
            if (runner != Thread.currentThread()) {
                runner.join(perThread);
            }
        }
        watchdog.end();
    }
}
