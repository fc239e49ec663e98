package dev.millrace.cluster.local;

import dev.millrace.cluster.checkpoint.Storage;
import dev.millrace.cluster.client.JobClient;
import dev.millrace.cluster.control.ControlDirectory;
import dev.millrace.cluster.control.ControlSocket;
import dev.millrace.cluster.control.RunningJob;
import dev.millrace.cluster.manager.JobManager;
import dev.millrace.cluster.manager.TaskManager;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.file.Path;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.time.Clock;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.worker.BackgroundThreads;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.runtime.worker.NodeThread;
import dev.millrace.runtime.worker.StepLimits;
import dev.millrace.runtime.worker.SystemClock;
import dev.millrace.runtime.worker.WorkerHost;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job manager, a task manager and a client on one thread, and the host that runs the tasks. Safe for use by any thread.
 */
final class LocalCluster {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final long TICK_MILLIS = 10;

    /** A cluster within a process takes any parallelism: tasks share its workers. */
    private static final int SLOTS = 1 << 20;

    /** The share of the heap that buffers and copies of state may take. */
    private static final double MEMORY_SHARE = 0.4;

    /** Others can ask about jobs that have run for so long; those that end before do not pay for it. */
    private static final long CONTROL_AFTER_MILLIS = 1_000;

    private static final AtomicLong STARTED = new AtomicLong();

    private final Clock clock = SystemClock.SYSTEM;
    private final SplittableRandom random;
    private final LocalClasses classes = new LocalClasses();
    private final String temporaryDirectory;
    private final BackgroundThreads background;
    private final MemoryChannels channels = new MemoryChannels();
    private final WorkerHost host;
    private final NodeThread thread;
    private final JobManager jobManager;
    private final TaskManager taskManager;
    private final JobClient client;
    private final Map<String, RunningJob> running = new ConcurrentSkipListMap<>();
    private final long startedMillis;
    /** Null until a job wants its metrics shown. */
    private final AtomicReference<ShownMetrics> metrics = new AtomicReference<>();

    private volatile ControlSocket control;
    private volatile boolean closing;

    LocalCluster() {
        long number = STARTED.incrementAndGet();
        startedMillis = clock.nanos() / 1_000_000;
        random = new SplittableRandom(clock.nanos() ^ Long.rotateLeft(clock.millis(), 32) ^ number);
        temporaryDirectory = System.getProperty("java.io.tmpdir") + "/millrace-"
                + ProcessHandle.current().pid() + "-" + number;
        background = new BackgroundThreads("millrace-control");
        int workers = Runtime.getRuntime().availableProcessors();
        long memoryBytes = (long) (Runtime.getRuntime().maxMemory() * MEMORY_SHARE);
        host = WorkerHost.start(
                workers,
                channels,
                new MemoryBudget(memoryBytes),
                MetricTree.root("millrace"),
                new WorkerHost.Identity("localhost", random.nextLong(), StepLimits.DEFAULT));
        thread = new NodeThread(TICK_MILLIS, this::tick, this::thrown);
        MemoryPost post = new MemoryPost(thread);
        Storage storage = Path::getFileSystem;
        TaskManager.Offer offer = new TaskManager.Offer(SLOTS, "localhost");
        NodeId managerId = new NodeId("job-manager", number);
        NodeId hostId = new NodeId("task-manager", number);
        NodeId clientId = new NodeId("client", number);
        jobManager = new JobManager(context(managerId, post), classes, storage, temporaryDirectory);
        taskManager = new TaskManager(context(hostId, post), managerId, host, classes, storage, offer);
        client = new JobClient(context(clientId, post), managerId);
        post.join(managerId, jobManager);
        post.join(hostId, taskManager);
        post.join(clientId, client);
        thread.start("millrace-nodes");
    }

    private NodeContext context(NodeId id, MemoryPost post) {
        return new NodeContext(id, post.from(id), clock, random.split(), thread, background);
    }

    private void tick() {
        long now = clock.nanos() / 1_000_000;
        jobManager.onTick(now);
        taskManager.onTick(now);
        client.onTick(now);
        if (control == null && now - startedMillis >= CONTROL_AFTER_MILLIS) {
            openControl();
        }
    }

    private void openControl() {
        String program = System.getProperty("sun.java.command", "");
        control = new ControlSocket(ControlDirectory.ofUser(), background, running::values, program);
        background.execute(control::serve);
        if (closing) {
            control.close();
        }
    }

    /** A node that throws has a fault of its own, and what it will do next is anybody's guess: nobody waits for it. */
    private void thrown(Throwable fault) {
        LOG.error("A node of the local cluster has a fault", fault);
        client.giveUp(fault);
    }

    JobHandle submit(String id, JobGraph graph, ClassLoader userClasses) {
        classes.put(id, userClasses);
        JobHandle job = client.submit(id, graph, userClasses);
        if (graph.settings().metricsPort() != JobSettings.NO_METRICS) {
            showMetrics(graph.settings().metricsPort());
        }
        running.put(id, new RunningJob(job, graph.name(), clock.millis()));
        job.end().whenComplete((end, failure) -> {
            running.remove(id);
            classes.remove(id);
            channels.forget(id);
        });
        return job;
    }

    private void showMetrics(int port) {
        if (metrics.get() == null) {
            metrics.compareAndSet(
                    null,
                    new ShownMetrics(
                            background,
                            () -> running.values().stream()
                                    .map(RunningJob::handle)
                                    .toList()));
        }
        metrics.get().show(port);
    }

    /** Ends all threads; there is no job any more. Blocks until the workers have gone. */
    void close() {
        closing = true;
        background.execute(() -> {
            if (control != null) {
                control.close();
            }
            if (metrics.get() != null) {
                metrics.get().close();
            }
            host.close();
            thread.close();
            deleteTemporaryFiles();
            background.close();
        });
    }

    private void deleteTemporaryFiles() {
        try {
            Path directory = new Path(temporaryDirectory);
            directory.getFileSystem().delete(directory, true);
        } catch (IOException e) {
            LOG.warn("Temporary files in {} could not be deleted: {}", temporaryDirectory, e.toString());
        }
    }
}
