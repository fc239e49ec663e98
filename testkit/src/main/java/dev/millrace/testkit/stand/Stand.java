package dev.millrace.testkit.stand;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.cluster.schedule.Topology;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.Redistribution;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The tasks of one job, from their start until they are thrown away, and what their job manager would do. */
public final class Stand implements TaskEvents, AutoCloseable {
    private static final String JOB = "stand";

    private final JobGraph graph;
    private final UnaryOperator<Vertex> arrange;
    private final SteppedHost host;
    private final HandClock clock;
    private final FileSystem files;
    private final StandCheckpoints checkpoints;
    private final TypeSystem types;
    private final Topology topology;
    private final TreeMap<TaskKey, TaskControl> controls = new TreeMap<>();
    private final TreeSet<TaskKey> finished = new TreeSet<>();
    private TaskFailure failure;
    private Throwable declined;

    /**
     * @param arrange what becomes of the copy of a vertex that each task gets: it may put substitutes into it
     * @param types those of the job
     * @param clock the one of the host
     * @param files where checkpoints are kept, which outlive the stand
     */
    public Stand(
            JobGraph graph,
            UnaryOperator<Vertex> arrange,
            TypeSystem types,
            SteppedHost host,
            HandClock clock,
            FileSystem files) {
        this.graph = graph;
        this.arrange = arrange;
        this.host = host;
        this.clock = clock;
        this.files = files;
        this.types = types;
        this.topology = new Topology(graph);
        this.checkpoints = new StandCheckpoints(graph, topology, JOB, files);
    }

    /**
     * Deploys the tasks; nothing runs yet.
     *
     * @param restore the path of a checkpoint, or null for a fresh start
     */
    public void deploy(String restore) throws IOException, ClassNotFoundException {
        deploy(restore, files);
    }

    /**
     * Deploys the tasks; nothing runs yet.
     *
     * @param restore the path of a checkpoint, or null for a fresh start
     * @param from where that checkpoint is
     */
    public void deploy(String restore, FileSystem from) throws IOException, ClassNotFoundException {
        checkpoints.restoreFrom(from);
        Redistribution dealt = restore == null
                ? null
                : new Redistribution(
                        CheckpointDirectory.read(from, new Path(restore)), restore, graph.vertices(), false);
        List<byte[]> vertices = new ArrayList<>();
        for (Vertex vertex : graph.vertices()) {
            vertices.add(JavaBytes.write(vertex));
        }
        for (TaskKey task : topology.tasks()) {
            Vertex vertex = JavaBytes.read(vertices.get(task.vertex()), Vertex.class, userClasses());
            TaskDeployment deployment = new TaskDeployment(
                    new TaskId(JOB, task.vertex(), task.instance(), 0),
                    new JobInfo(JOB, graph.name()),
                    graph.settings(),
                    arrange.apply(vertex),
                    topology.inputs(JOB, task, 0),
                    topology.outputs(JOB, task, 0),
                    types,
                    userClasses(),
                    checkpoints,
                    dealt == null ? null : dealt.restore(vertex, task.instance()));
            controls.put(task, host.deploy(deployment, this));
        }
    }

    /**
     * A stand for programs with the types of their own settings.
     *
     * @param arrange what becomes of the copy of a vertex that each task gets: it may put substitutes into it
     */
    public Stand(JobGraph graph, UnaryOperator<Vertex> arrange, SteppedHost host, HandClock clock, FileSystem files) {
        this(graph, arrange, TypeSystem.create(userClasses(), graph.settings().types()), host, clock, files);
    }

    /** The classes of the program that stands here, which may have been loaded apart from those of the engine. */
    private static ClassLoader userClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Stand.class.getClassLoader() : context;
    }

    /** Does one thing that is ready; false when there is none. */
    public boolean step() {
        boolean any = host.step();
        failIfATaskDid();
        return any;
    }

    /** Steps the tasks until nothing is left to do at this time. */
    public void go() {
        host.clockMoved();
        host.run();
        failIfATaskDid();
    }

    /** Tells the tasks that the clock was moved. */
    public void clockMoved() {
        host.clockMoved();
    }

    private void failIfATaskDid() {
        if (failure != null) {
            throw new AssertionError(failure.message(), failure.cause());
        }
    }

    /** Begins a checkpoint: orders it from every task without a running predecessor. */
    public void order(long id) {
        Barrier barrier = new Barrier(id, clock.millis());
        checkpoints.begin(barrier, finished);
        for (TaskKey task : topology.tasks()) {
            if (!finished.contains(task) && finished.containsAll(topology.predecessors(task))) {
                controls.get(task).takeSnapshot(barrier, 0);
            }
        }
    }

    /** Whether a checkpoint has begun and is neither published nor given up. */
    public boolean isGoing() {
        return checkpoints.isGoing();
    }

    /** Whether all parts of the checkpoint at hand are there. */
    public boolean isTaken() {
        return checkpoints.isTaken();
    }

    /** Publishes the checkpoint at hand, all parts of which are there, tells the tasks, and answers its path. */
    public String publish() throws IOException {
        long id = checkpoints.id();
        String path = checkpoints.publish(clock.millis());
        controls.values().forEach(control -> control.checkpointComplete(id));
        return path;
    }

    /** Gives the checkpoint at hand up. */
    public void abort() {
        long id = checkpoints.end();
        controls.values().forEach(control -> control.checkpointAborted(id));
    }

    /** Takes and publishes a checkpoint and lets the tasks know; answers its path. */
    public String checkpoint(long id) throws IOException {
        order(id);
        go();
        if (declined != null || !isTaken()) {
            throw new AssertionError("the snapshot was not taken; only running tasks can take one", declined);
        }
        String path = publish();
        go();
        return path;
    }

    /** The parts of the checkpoint taken last, as bytes, by task. */
    public Map<String, byte[]> partBytes(long id) throws IOException {
        return checkpoints.bytes(id);
    }

    /** Whether all tasks have finished. */
    public boolean isEnded() {
        return finished.size() == controls.size();
    }

    @Override
    public void close() {
        host.close();
    }

    @Override
    public void running(TaskId task) {}

    @Override
    public void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        checkpoints.add(key(task), checkpointId, snapshot);
    }

    private static TaskKey key(TaskId task) {
        return new TaskKey(task.vertex(), task.instance());
    }

    @Override
    public void snapshotDeclined(TaskId task, long checkpointId, Throwable why) {
        declined = why;
    }

    @Override
    public void endOfDataReached(TaskId task) {}

    @Override
    public void tallied(TaskId task, TaskTally soFar) {}

    @Override
    public void finished(TaskId task, TaskTally whole) {
        finished.add(key(task));
        if (checkpoints.lacks(key(task))) {
            abort();
        }
    }

    @Override
    public void cancelled(TaskId task) {}

    @Override
    public void failed(TaskId task, TaskFailure why) {
        failure = failure == null ? why : failure;
    }

    @Override
    public void sourceRequest(TaskId task, SourceRequest request) {}

    @Override
    public void facts(TaskId task, long request, TaskFacts facts) {}

    @Override
    public void report(TaskId task, String channel, byte[] bytes) {}
}
