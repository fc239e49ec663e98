package dev.millrace.testkit.stand;

import dev.millrace.cluster.schedule.TaskKey;
import dev.millrace.cluster.schedule.Topology;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.SnapshotFiles;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.CheckpointDirectory;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.InstanceSnapshot;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskRestore;
import dev.millrace.state.snapshot.TaskSnapshot;
import dev.millrace.state.snapshot.TaskSnapshotWriter;
import dev.millrace.state.snapshot.VertexSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a stand's checkpoints, and the parts of the one at hand. */
final class StandCheckpoints implements SnapshotFiles {
    private final JobGraph graph;
    private final Topology topology;
    private final String job;
    private final FileSystem files;
    private final CheckpointDirectory directory;
    private final TreeMap<TaskKey, TaskSnapshot> parts = new TreeMap<>();
    /** Tasks that will give no part. */
    private final TreeSet<TaskKey> finished = new TreeSet<>();

    private Barrier going;
    private FileSystem restoredFrom;

    StandCheckpoints(JobGraph graph, Topology topology, String job, FileSystem files) {
        this.graph = graph;
        this.topology = topology;
        this.job = job;
        this.files = files;
        this.directory = new CheckpointDirectory(files, new Path("/stand"), job, "run");
    }

    /** What is restored lies here. */
    void restoreFrom(FileSystem from) {
        restoredFrom = from;
    }

    void begin(Barrier barrier, TreeSet<TaskKey> finishedBefore) {
        going = barrier;
        parts.clear();
        finished.addAll(finishedBefore);
    }

    boolean isGoing() {
        return going != null;
    }

    /** The id of the checkpoint at hand. */
    long id() {
        return going.checkpointId();
    }

    /** A task has written its part of a checkpoint. */
    void add(TaskKey task, long checkpointId, TaskSnapshot part) {
        if (going != null && going.checkpointId() == checkpointId) {
            parts.put(task, part);
        }
    }

    /** Whether the checkpoint at hand still waits for the part of a task. */
    boolean lacks(TaskKey task) {
        return going != null && !parts.containsKey(task);
    }

    boolean isTaken() {
        return going != null
                && parts.size() + finished.size() == topology.tasks().size();
    }

    /** Publishes the checkpoint at hand; answers its path. */
    String publish(long nowMillis) throws IOException {
        List<VertexSnapshot> vertices = new ArrayList<>();
        for (int place = 0; place < graph.vertices().size(); place++) {
            Vertex vertex = graph.vertices().get(place);
            List<InstanceSnapshot> instances = new ArrayList<>();
            for (int instance = 0; instance < vertex.parallelism(); instance++) {
                TaskSnapshot part = parts.get(new TaskKey(place, instance));
                instances.add(part == null ? InstanceSnapshot.Finished.FINISHED : part);
            }
            vertices.add(
                    new VertexSnapshot(vertex.id(), vertex.name(), names(vertex), vertex.maxParallelism(), instances));
        }
        return directory.publish(CheckpointManifest.of(end(), nowMillis, job, vertices, Map.of()));
    }

    /** Ends the checkpoint at hand; answers its id. */
    long end() {
        long id = id();
        going = null;
        return id;
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

    /** The parts of the checkpoint taken last, as bytes, by task. */
    Map<String, byte[]> bytes(long id) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (Map.Entry<TaskKey, TaskSnapshot> part : parts.entrySet()) {
            Path path = new Path(directory.checkpoint(id), part.getValue().file());
            try (var in = files.open(path)) {
                bytes.put(topology.vertex(part.getKey().vertex()).name() + " " + part.getKey(), in.readAllBytes());
            }
        }
        return bytes;
    }

    @Override
    public TaskSnapshotWriter create(long checkpointId, TaskId task) throws IOException {
        return directory.openPart(checkpointId, topology.vertex(task.vertex()).id(), task.instance(), task.attempt());
    }

    @Override
    public RestoredTask open(TaskRestore restore, TypeSystem ofJob) throws IOException {
        return restore.open(restoredFrom, ofJob);
    }
}
