package dev.millrace.runtime.pipeline;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobGraphBuilder;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.Step;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeOptions;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.OutputWiring;
import dev.millrace.runtime.SnapshotFiles;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.SplitBytes;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskHost;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.InstanceSnapshot;
import dev.millrace.state.snapshot.Redistribution;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import dev.millrace.state.snapshot.VertexSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Plays the master of one job for tests: wires and deploys the tasks, assigns splits, takes checkpoints and restores them.
 * Its methods may be called by the tasks' threads and by the test.
 */
public final class TestJob implements TaskEvents, SnapshotFiles {
    private final FileSystem files;

    private final JobGraph graph;
    private final TaskHost host;
    private final CheckpointDirectory directory;
    private final TypeSystem types;
    private final Map<String, TaskControl> controls = new TreeMap<>();
    private final Map<String, Boolean> finished = new TreeMap<>();
    private final Map<String, InstanceSnapshot> parts = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Redistribution restored;
    private long checkpoint = -1;
    private boolean going;
    private int tasks;
    private int gone;

    public TestJob(JobGraph graph, TaskHost host, MemoryFiles files) {
        this.graph = graph;
        this.host = host;
        this.files = files;
        this.directory = new CheckpointDirectory(files, new Path("/checkpoints"), graph.name(), "run");
        this.types = TypeSystem.create(getClass().getClassLoader());
    }

    public static JobSettings settings(String backend, boolean checkpoints, boolean objectReuse) {
        CheckpointSettings when = checkpoints
                ? new CheckpointSettings(1000, 60_000, 0, 0, null, false, null, false)
                : CheckpointSettings.OFF;
        return new JobSettings(
                when,
                new RestartStrategy.None(),
                objectReuse,
                200,
                backend,
                TypeOptions.defaults(),
                Map.of(),
                new TreeMap<>());
    }

    public static JobGraph graph(JobSettings settings, int parallelism, Step... steps) {
        return JobGraphBuilder.build("test", settings, List.of(steps), parallelism);
    }

    /** Lets all tasks go on from a checkpoint of this job that a run before published. */
    public TestJob restore(String path) throws IOException {
        CheckpointManifest manifest = CheckpointDirectory.read(files, new Path(path));
        restored = new Redistribution(manifest, path, graph.vertices(), false);
        checkpoint = manifest.id();
        return this;
    }

    public synchronized TestJob deploy() {
        tasks = graph.vertices().stream().mapToInt(Vertex::parallelism).sum();
        for (int vertex = 0; vertex < graph.vertices().size(); vertex++) {
            for (int instance = 0; instance < graph.vertices().get(vertex).parallelism(); instance++) {
                TaskDeployment deployment = deployment(vertex, instance);
                controls.put(key(vertex, instance), host.deploy(deployment, this));
            }
        }
        return this;
    }

    private static String key(int vertex, int instance) {
        return "%03d/%04d".formatted(vertex, instance);
    }

    public synchronized TaskControl control(int vertex, int instance) {
        return controls.get(key(vertex, instance));
    }

    private TaskDeployment deployment(int place, int instance) {
        Vertex vertex = copy(graph.vertices().get(place));
        List<InputWiring> inputs = new ArrayList<>();
        List<OutputWiring> outputs = new ArrayList<>();
        for (int number = 0; number < graph.edges().size(); number++) {
            Edge edge = copy(graph.edges().get(number));
            int producers = graph.vertices().get(edge.source()).parallelism();
            Vertex target = graph.vertices().get(edge.target());
            if (edge.target() == place) {
                List<ChannelId> channels = new ArrayList<>();
                for (int producer = 0; producer < producers; producer++) {
                    if (connects(edge.exchange(), producer, producers, instance, vertex.parallelism())) {
                        channels.add(new ChannelId("job", 0, number, producer, instance));
                    }
                }
                inputs.add(new InputWiring(edge.input(), channels));
            }
            if (edge.source() == place) {
                List<ChannelId> channels = new ArrayList<>();
                for (int consumer = 0; consumer < target.parallelism(); consumer++) {
                    if (connects(edge.exchange(), instance, producers, consumer, target.parallelism())) {
                        channels.add(new ChannelId("job", 0, number, instance, consumer));
                    }
                }
                outputs.add(new OutputWiring(
                        edge.operator(),
                        edge.tag(),
                        edge.exchange(),
                        edge.bufferTimeoutMillis(),
                        channels,
                        target.maxParallelism()));
            }
        }
        return new TaskDeployment(
                new TaskId("job", place, instance, 0),
                new JobInfo("job", graph.name()),
                graph.settings(),
                vertex,
                inputs,
                outputs,
                types,
                getClass().getClassLoader(),
                this,
                restored == null ? null : restored.restore(vertex, instance));
    }

    private static boolean connects(Exchange exchange, int producer, int producers, int consumer, int consumers) {
        if (exchange instanceof Exchange.Forward) {
            return producer == consumer;
        } else if (exchange instanceof Exchange.Rescale) {
            return producers >= consumers
                    ? producer * consumers / producers == consumer
                    : consumer * producers / consumers == producer;
        }
        return true;
    }

    @SuppressWarnings("unchecked") // a copy has the class of what it copies
    private static <T> T copy(T value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(value);
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Gives an instance of a source all its splits. */
    public <S extends SourceSplit> void assign(
            int vertex, int instance, SimpleVersionedSerializer<S> serializer, List<S> splits) {
        List<byte[]> written = splits.stream()
                .map(split -> {
                    try {
                        return SplitBytes.write(serializer, split);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .toList();
        control(vertex, instance).assignSplits(0, written);
        control(vertex, instance).noMoreSplits(1);
    }

    /** Begins a checkpoint: orders it from every task without a running predecessor. */
    public synchronized void checkpoint(long id) {
        checkpoint = id;
        going = true;
        parts.clear();
        for (Map.Entry<String, TaskControl> task : controls.entrySet()) {
            int vertex = Integer.parseInt(task.getKey().substring(0, 3));
            boolean running = graph.edges().stream()
                    .filter(edge -> edge.target() == vertex)
                    .anyMatch(edge -> isAnyRunning(edge.source()));
            if (finished.containsKey(task.getKey())) {
                parts.put(task.getKey(), InstanceSnapshot.Finished.FINISHED);
            } else if (!running) {
                task.getValue().takeSnapshot(new Barrier(id, 1_000), 0);
            }
        }
    }

    /** Whether a checkpoint has begun that is neither published nor aborted. */
    public synchronized boolean isCheckpointGoing() {
        return going;
    }

    private boolean isAnyRunning(int vertex) {
        for (int instance = 0; instance < graph.vertices().get(vertex).parallelism(); instance++) {
            if (!finished.containsKey(key(vertex, instance))) {
                return true;
            }
        }
        return false;
    }

    /** Publishes the checkpoint if all its parts are there, tells the tasks, and answers its path; else null. */
    public synchronized String publish() throws IOException {
        if (!going || parts.size() < tasks) {
            return null;
        }
        going = false;
        List<VertexSnapshot> vertices = new ArrayList<>();
        for (int place = 0; place < graph.vertices().size(); place++) {
            Vertex vertex = graph.vertices().get(place);
            List<VertexSnapshot.OperatorName> names = new ArrayList<>();
            if (vertex.source() != null) {
                names.add(new VertexSnapshot.OperatorName(
                        vertex.source().id(), vertex.source().name()));
            }
            vertex.chain().forEach(node -> names.add(new VertexSnapshot.OperatorName(node.id(), node.name())));
            List<InstanceSnapshot> instances = new ArrayList<>();
            for (int instance = 0; instance < vertex.parallelism(); instance++) {
                instances.add(parts.get(key(place, instance)));
            }
            vertices.add(new VertexSnapshot(vertex.id(), vertex.name(), names, vertex.maxParallelism(), instances));
        }
        String path =
                directory.publish(CheckpointManifest.of(checkpoint, checkpoint, graph.name(), vertices, Map.of()));
        parts.clear();
        controls.values().forEach(control -> control.checkpointComplete(checkpoint));
        return path;
    }

    public synchronized void endInput(EndOfData mode) {
        controls.values().forEach(control -> control.endInput(mode));
    }

    public synchronized void cancel() {
        controls.values().forEach(TaskControl::cancel);
    }

    /** What happened, one line each. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** Completes when all tasks have finished; exceptionally when one failed. */
    public CompletableFuture<Void> end() {
        return end;
    }

    private synchronized void note(String line) {
        log.add(line);
    }

    @Override
    public void running(TaskId task) {
        note("running " + task.vertex() + "/" + task.instance());
    }

    @Override
    public synchronized void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        if (checkpointId == checkpoint) {
            parts.put(key(task.vertex(), task.instance()), snapshot);
        }
        note("snapshot " + checkpointId + " of " + task.vertex() + "/" + task.instance());
    }

    @Override
    public void snapshotDeclined(TaskId task, long checkpointId, Throwable why) {
        note("declined " + checkpointId + " of " + task.vertex() + "/" + task.instance() + ": " + why);
    }

    @Override
    public void endOfDataReached(TaskId task) {
        note("ended " + task.vertex() + "/" + task.instance());
    }

    @Override
    public void tallied(TaskId task, TaskTally soFar) {}

    @Override
    public synchronized void finished(TaskId task, TaskTally whole) {
        note("finished " + task.vertex() + "/" + task.instance());
        String key = key(task.vertex(), task.instance());
        finished.put(key, true);
        if (going && !parts.containsKey(key)) {
            going = false;
            controls.values().forEach(control -> control.checkpointAborted(checkpoint));
        }
        left();
    }

    private void left() {
        if (++gone == tasks) {
            end.complete(null);
        }
    }

    @Override
    public synchronized void cancelled(TaskId task) {
        note("cancelled " + task.vertex() + "/" + task.instance());
        left();
    }

    @Override
    public void failed(TaskId task, TaskFailure failure) {
        note(failure.message());
        end.completeExceptionally(new IllegalStateException(failure.message(), failure.cause()));
    }

    @Override
    public void sourceRequest(TaskId task, SourceRequest request) {
        note("request " + request.getClass().getSimpleName() + " of " + task.vertex() + "/" + task.instance());
    }

    @Override
    public void facts(TaskId task, long request, TaskFacts facts) {}

    @Override
    public void report(TaskId task, String channel, byte[] bytes) {
        note("report on " + channel);
    }

    @Override
    public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
        return directory.openPart(checkpointId, "v" + task.vertex(), task.instance(), task.attempt());
    }

    @Override
    public RestoredTask open(TaskRestore restore, TypeSystem jobTypes) throws IOException {
        return restore.open(files, jobTypes);
    }
}
