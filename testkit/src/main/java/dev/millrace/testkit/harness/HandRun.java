package dev.millrace.testkit.harness;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.cluster.schedule.Topology;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.SnapshotFiles;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.InstanceSnapshot;
import dev.millrace.state.snapshot.Redistribution;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import dev.millrace.state.snapshot.VertexSnapshot;
import dev.millrace.testkit.stand.GivenSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The tasks of a graph in which everything has one instance, from their start until they are thrown away. */
final class HandRun implements TaskEvents, SnapshotFiles {
    private static final long MEMORY_BYTES = 1L << 30;
    private static final String JOB = "harness";

    private final JobGraph graph;
    private final SteppedHost host;
    private final CheckpointDirectory directory;
    private final HandClock clock;
    private final TypeSystem types;
    private final ClassLoader classes;
    private final List<TaskControl> controls = new ArrayList<>();
    private final TreeMap<Integer, TaskSnapshot> parts = new TreeMap<>();
    private FileSystem restoredFrom;
    private TaskFailure failure;
    private Throwable declined;

    /**
     * @param bytes the graph as {@link JavaBytes}
     * @param sources what stands in the place of a source, by its name
     * @param operators what makes the instances of an operator
     */
    HandRun(
            byte[] bytes,
            Function<String, GivenSource<?>> sources,
            Function<OperatorNode, OperatorFactory<?, ?>> operators,
            HandClock clock,
            FileSystem files)
            throws IOException, ClassNotFoundException {
        this.classes = Thread.currentThread().getContextClassLoader();
        JobGraph copy = JavaBytes.read(bytes, JobGraph.class, classes);
        this.graph = new JobGraph(
                copy.name(),
                copy.vertices().stream()
                        .map(vertex -> replaced(vertex, sources, operators))
                        .toList(),
                copy.edges(),
                copy.settings());
        this.clock = clock;
        this.directory = new CheckpointDirectory(files, new Path("/harness"), JOB, "run");
        this.types = TypeSystem.create(classes, graph.settings().types());
        this.host = new SteppedHost(clock, new MemoryChannels(), new MemoryBudget(MEMORY_BYTES), 1);
    }

    private static Vertex replaced(
            Vertex vertex,
            Function<String, GivenSource<?>> sources,
            Function<OperatorNode, OperatorFactory<?, ?>> operators) {
        List<OperatorNode> chain = new ArrayList<>();
        for (OperatorNode node : vertex.chain()) {
            chain.add(node.with(operators.apply(node)));
        }
        SourceNode was = vertex.source();
        SourceNode is = was == null
                ? null
                : new SourceNode(was.id(), was.name(), was.ambiguous(), sources.apply(was.name()), was.watermarks());
        return new Vertex(
                vertex.id(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                vertex.slotSharingGroup(),
                is,
                chain);
    }

    /** Starts the tasks, afresh or from a checkpoint. */
    void start(HarnessSnapshot restore) throws IOException {
        Topology topology = new Topology(graph);
        Redistribution dealt = restore == null ? null : dealt(restore);
        for (TaskKey task : topology.tasks()) {
            Vertex vertex = graph.vertices().get(task.vertex());
            TaskDeployment deployment = new TaskDeployment(
                    new TaskId(JOB, task.vertex(), task.instance(), 0),
                    new JobInfo(JOB, graph.name()),
                    graph.settings(),
                    vertex,
                    topology.inputs(JOB, task, 0),
                    topology.outputs(JOB, task, 0),
                    types,
                    classes,
                    this,
                    dealt == null ? null : dealt.restore(vertex, task.instance()));
            controls.add(host.deploy(deployment, this));
        }
        go();
    }

    private Redistribution dealt(HarnessSnapshot restore) throws IOException {
        restoredFrom = restore.files();
        CheckpointManifest manifest = CheckpointDirectory.read(restoredFrom, new Path(restore.path()));
        return new Redistribution(manifest, restore.path(), graph.vertices(), false);
    }

    /** Steps the tasks until nothing is left to do at this time. */
    void go() {
        host.clockMoved();
        host.run();
        if (failure != null) {
            throw new AssertionError(failure.message(), failure.cause());
        }
    }

    /** Takes a checkpoint and answers its path. */
    String checkpoint(long id, long nowMillis) throws IOException {
        parts.clear();
        for (int vertex = 0; vertex < controls.size(); vertex++) {
            if (graph.vertices().get(vertex).source() != null) {
                controls.get(vertex).takeSnapshot(new Barrier(id, clock.millis()), 0);
            }
        }
        go();
        if (declined != null || parts.size() < controls.size()) {
            throw new AssertionError("the snapshot was not taken; only running tasks can take one", declined);
        }
        List<VertexSnapshot> vertices = new ArrayList<>();
        for (int place = 0; place < graph.vertices().size(); place++) {
            Vertex vertex = graph.vertices().get(place);
            List<InstanceSnapshot> instances = List.of(parts.get(place));
            vertices.add(
                    new VertexSnapshot(vertex.id(), vertex.name(), names(vertex), vertex.maxParallelism(), instances));
        }
        String path = directory.publish(CheckpointManifest.of(id, nowMillis, JOB, vertices, Map.of()));
        controls.forEach(control -> control.checkpointComplete(id));
        go();
        return path;
    }

    private static List<VertexSnapshot.OperatorName> names(Vertex vertex) {
        List<VertexSnapshot.OperatorName> names = new ArrayList<>();
        if (vertex.source() != null) {
            names.add(new VertexSnapshot.OperatorName(
                    vertex.source().id(), vertex.source().name()));
        }
        vertex.chain().forEach(node -> names.add(new VertexSnapshot.OperatorName(node.id(), node.name())));
        return names;
    }

    void close() {
        host.close();
    }

    @Override
    public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
        return directory.openPart(
                checkpointId, graph.vertices().get(task.vertex()).id(), task.instance(), task.attempt());
    }

    @Override
    public RestoredTask open(TaskRestore restore, TypeSystem ofJob) throws IOException {
        return restore.open(restoredFrom, ofJob);
    }

    @Override
    public void running(TaskId task) {}

    @Override
    public void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        parts.put(task.vertex(), snapshot);
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
    public void finished(TaskId task, TaskTally whole) {}

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
