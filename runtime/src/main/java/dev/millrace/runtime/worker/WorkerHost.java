package dev.millrace.runtime.worker;

import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.time.Clock;
import dev.millrace.network.ChannelHub;
import dev.millrace.runtime.HostServices;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskHost;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.task.Task;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on a few worker threads. */
public final class WorkerHost implements TaskHost {
    private static final int BACKGROUND_THREADS_MIN = 2;
    private static final long BACKGROUND_IDLE_SECONDS = 10;
    private static final int WAITING_THREADS_MAX = 4_096;
    private static final long WAITING_IDLE_SECONDS = 5;
    private static final long CLOSE_WAIT_MILLIS = 10_000;

    private final Crew crew;
    private final ExecutorService background;
    private final ExecutorService waiting;
    private final HostServices services;

    private WorkerHost(int workers, ChannelHub channels, Memory memory, MetricTree metrics, Identity identity) {
        Clock clock = SystemClock.SYSTEM;
        this.crew = new Crew(workers, clock, identity.limits());
        this.background = background(Math.max(BACKGROUND_THREADS_MIN, workers));
        this.waiting = waiting();
        this.services = new HostServices(
                clock, background, waiting, memory, channels, metrics, identity.seed(), identity.hostName());
    }

    /**
     * What tells a host from others.
     *
     * @param seed of all that is random in its tasks
     */
    public record Identity(String hostName, long seed, StepLimits limits) {}

    /**
     * Starts the threads of a host.
     *
     * @param workers how many threads step tasks
     */
    public static WorkerHost start(
            int workers, ChannelHub channels, Memory memory, MetricTree metrics, Identity identity) {
        WorkerHost host = new WorkerHost(workers, channels, memory, metrics, identity);
        host.crew.start();
        return host;
    }

    /** Threads that come with work and go without; each task hands over at most one snapshot at a time, so it is short. */
    private static ExecutorService background(int threads) {
        AtomicInteger numbers = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, BACKGROUND_IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "millrace-background-" + numbers.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** As many threads as there are things that wait; beyond the bound the task that asks fails. */
    private static ExecutorService waiting() {
        AtomicInteger numbers = new AtomicInteger();
        return new ThreadPoolExecutor(
                0, WAITING_THREADS_MAX, WAITING_IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "millrace-waiting-" + numbers.getAndIncrement());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** What the host gives to its tasks. */
    public HostServices services() {
        return services;
    }

    @Override
    public TaskControl deploy(TaskDeployment deployment, TaskEvents events) {
        Task task = new Task(deployment, services, events);
        crew.bring(task);
        return task.control();
    }

    @Override
    public List<String> stack(TaskId task) {
        return crew.stack(task);
    }

    @Override
    public void close() {
        try {
            crew.close(CLOSE_WAIT_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        background.shutdown();
        waiting.shutdown();
    }
}
