package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CheckpointCoordinator;
import dev.millrace.cluster.checkpoint.CheckpointPlace;
import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.checkpoint.DirectoryStore;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.cluster.protocol.Tallies;
import dev.millrace.cluster.restart.RestartPolicy;
import dev.millrace.cluster.schedule.Topology;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobStatus;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the states of a job work on: its tasks, slots, sources and checkpoints, and the way to those it talks to. */
final class Job {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final int RUN_ID_CHARACTERS = 8;

    private final JobSubmission submission;
    private final JobEnvironment environment;
    private final Topology topology;
    private final Tasks tasks;
    private final Sources sources;
    private final Stopping stopping;
    private final RestartPolicy policy;
    private final NodeId[] slots;
    private final CheckpointPlace place;
    private final DirectoryStore store;
    private final Deployer deployer;
    private final long startedMillis;
    private final MetricTree metrics;
    private final Counter tasksStarted;
    private final Counter restarts;
    private CheckpointCoordinator checkpoints;
    private JobState state;

    Job(JobSubmission submission, JobEnvironment environment) {
        this.submission = submission;
        this.environment = environment;
        topology = new Topology(graph());
        tasks = new Tasks(id(), topology);
        sources = new Sources(this);
        stopping = new Stopping(this);
        policy = RestartPolicy.of(
                graph().settings().restart(), environment.node().random());
        slots = new NodeId[topology.slots()];
        place = placeOfRun();
        store = new DirectoryStore(place, environment.storage(), environment.node());
        deployer = new Deployer(this);
        startedMillis = environment.node().nowMillis();
        metrics = MetricTree.root("job").addGroup(graph().name());
        tasksStarted = metrics.counter("numTasksStarted");
        restarts = metrics.counter("numRestarts");
        state = new Created(this);
    }

    /** Runs stand in their directory in the order of their starts. */
    private CheckpointPlace placeOfRun() {
        String root = graph().settings().checkpoints().directory();
        String run = environment.node().clock().millis() + "-"
                + id().substring(0, Math.min(RUN_ID_CHARACTERS, id().length()));
        return new CheckpointPlace(
                Objects.requireNonNullElse(root, environment.temporaryDirectory()), graph().name(), run);
    }

    String id() {
        return submission.id();
    }

    JobGraph graph() {
        return submission.graph();
    }

    ClassLoader userClasses() {
        return submission.userClasses();
    }

    JobEnvironment environment() {
        return environment;
    }

    Topology topology() {
        return topology;
    }

    Tasks tasks() {
        return tasks;
    }

    Sources sources() {
        return sources;
    }

    Stopping stopping() {
        return stopping;
    }

    RestartPolicy policy() {
        return policy;
    }

    /** The job's checkpoints; null until the job is {@linkplain #prepare prepared}. */
    CheckpointCoordinator checkpoints() {
        return checkpoints;
    }

    CheckpointPlace place() {
        return place;
    }

    MetricTree metrics() {
        return metrics;
    }

    /** How often tasks were started again after a failure. */
    long restarts() {
        return restarts.getCount();
    }

    JobState state() {
        return state;
    }

    long runtimeMillis() {
        return environment.node().nowMillis() - startedMillis;
    }

    /** Begins the job's life. */
    void start() {
        tellClient(new ControlMessage.JobStatusChanged(id(), state.status()));
        state.enter();
    }

    void become(JobState next) {
        JobStatus before = state.status();
        JobTransitions.require(id(), before, next.status());
        state = next;
        if (before != next.status()) {
            LOG.debug("Job '{}' ({}) is {}", graph().name(), id(), next.status());
            tellClient(new ControlMessage.JobStatusChanged(id(), next.status()));
        }
        next.enter();
    }

    /** Ends the job with a failure against which no restart helps, unless its end is settled. */
    void fail(Failure failure, String remark) {
        if (!(state instanceof WindingDown) && !(state instanceof Ended)) {
            become(WindingDown.failing(this, failure, remark));
        }
    }

    /**
     * Makes the job ready for its tasks.
     *
     * @param start the checkpoint to start from, or null for a fresh start
     * @throws IllegalStateException when the checkpoint does not fit the job; says how and what to do
     */
    void prepare(CompletedCheckpoint start) throws IOException {
        CheckpointSettings settings = graph().settings().checkpoints();
        if (start != null) {
            deployer.requireFit(start);
        }
        checkpoints = new CheckpointCoordinator(
                settings, new JobCheckpoints(this), store, environment.node().clock(), start);
        sources.start(start);
    }

    /** Gets slots for what has none; false when there are not enough. */
    boolean fillSlots() {
        return environment.slots().fill(id(), slots);
    }

    NodeId slotOf(Execution task) {
        return slots[topology.slot(task.key())];
    }

    /** A task manager is gone: its slots are, and the tasks on it have failed. */
    void taskManagerLost(NodeId lost) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (lost.equals(slots[slot])) {
                slots[slot] = null;
            }
        }
        List<Execution> victims = tasks.on(lost);
        victims.forEach(task -> task.become(TaskStage.FAILED));
        if (!victims.isEmpty()) {
            Failure failure = Failure.of(new IllegalStateException("task manager " + lost + " is lost"));
            state.onBreakdown(Breakdown.of(victims, failure));
        }
    }

    /** Starts the tasks of regions from the newest complete checkpoint. */
    void deploy(SortedSet<Integer> regions) {
        List<Execution> started = tasks.inRegions(regions);
        if (started.stream().anyMatch(task -> task.id().attempt() >= 0)) {
            restarts.inc();
        }
        tasksStarted.inc(started.size());
        deployer.deploy(started);
    }

    void cancelTask(Execution task) {
        if (task.isAlive() && task.stage() != TaskStage.CANCELLING) {
            task.become(TaskStage.CANCELLING);
            tellTask(task, new ControlMessage.CancelTask(task.id()));
        }
    }

    void tellTask(Execution task, ControlMessage message) {
        environment.courier().send(task.place(), message);
    }

    void tellClient(ControlMessage message) {
        environment.courier().send(submission.client(), message);
    }

    /**
     * Deletes the checkpoints that nobody needs after such an end and merges the accumulators, in the background.
     *
     * @param back gets the tally of all tasks as {@link JavaBytes}
     */
    void cleanUp(JobStatus end, Consumer<byte[]> back) {
        List<byte[]> parts = tasks.all().stream()
                .map(Execution::tally)
                .filter(Objects::nonNull)
                .toList();
        environment.node().offload(() -> JavaBytes.write(Tallies.merge(parts, userClasses())), (merged, failure) -> {
            if (failure != null) {
                LOG.warn("The accumulators of job '{}' cannot be merged", graph().name(), failure);
            }
            if (checkpoints == null || isRetained(end)) {
                store.whenQuiet(() -> back.accept(merged));
            } else {
                store.whenQuiet(() -> store.discardRun(() -> back.accept(merged)));
            }
        });
    }

    private boolean isRetained(JobStatus end) {
        CheckpointSettings settings = graph().settings().checkpoints();
        if (settings.directory() == null) {
            return stopping.path() != null;
        }
        return !settings.enabled()
                || stopping.path() != null
                || end == JobStatus.FAILED
                || end == JobStatus.SUSPENDED
                || end == JobStatus.CANCELED && settings.retainedOnCancel();
    }
}
