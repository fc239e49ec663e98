package dev.millrace.cluster.job;

import dev.millrace.cluster.checkpoint.CompletedCheckpoint;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.source.EventTimeGroups;
import dev.millrace.cluster.source.SourceCoordinator;
import dev.millrace.cluster.source.SourceJob;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.fact.JobFacts.ReadingFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The coordinators of a job's sources, by vertex. */
final class Sources implements SourceJob {

    private final Job job;
    private final TreeMap<Integer, SourceCoordinator> coordinators = new TreeMap<>();
    private final TreeSet<Integer> broken = new TreeSet<>();
    private final EventTimeGroups groups;
    /** The most that sources have had to read, by vertex. */
    private final TreeMap<Integer, Double> wholes = new TreeMap<>();

    Sources(Job job) {
        this.job = job;
        groups = new EventTimeGroups(job.graph().vertices(), this::limit);
    }

    /** Starts all enumerators. */
    void start(CompletedCheckpoint from) throws IOException {
        for (int vertex = 0; vertex < job.graph().vertices().size(); vertex++) {
            if (job.topology().vertex(vertex).source() != null) {
                start(vertex, from);
            }
        }
    }

    private void start(int place, CompletedCheckpoint from) throws IOException {
        Vertex vertex = job.topology().vertex(place);
        SourceCoordinator coordinator = new SourceCoordinator(
                vertex, job.userClasses(), this, job.environment().node());
        coordinators.put(place, coordinator);
        Map<String, byte[]> states = from == null ? Map.of() : from.manifest().enumerators();
        coordinator.start(
                from == null ? 0 : from.id(), states.get(vertex.source().id()));
    }

    /** Prepares for new attempts of tasks: their splits go back, and enumerators that had failed are made anew. */
    void prepare(List<Execution> tasks, CompletedCheckpoint from) throws IOException {
        for (int vertex : broken) {
            coordinators.get(vertex).close();
            start(vertex, from);
        }
        for (Execution task : tasks) {
            int vertex = task.key().vertex();
            if (coordinators.containsKey(vertex) && !broken.contains(vertex)) {
                coordinators.get(vertex).readerReset(task.key().instance(), from == null ? 0 : from.id());
            }
        }
        broken.clear();
    }

    void onTick(long nowMillis) {
        coordinators.values().forEach(coordinator -> coordinator.onTick(nowMillis));
    }

    void registered(TaskId reader, String host) {
        coordinators.get(reader.vertex()).readerRegistered(reader, host);
    }

    void requested(TaskId reader, String host) {
        coordinators.get(reader.vertex()).splitRequested(reader, host);
    }

    /** The event time of a reader has come so far; {@link Long#MAX_VALUE} when nobody has to wait for it. */
    void reached(TaskId reader, long reachedMillis) {
        groups.reached(reader, reachedMillis);
    }

    private void limit(TaskId reader, long limitMillis) {
        tellReader(reader, new ControlMessage.LimitEventTime(reader, limitMillis));
    }

    void event(TaskId reader, byte[] event) {
        coordinators.get(reader.vertex()).readerEvent(reader, event);
    }

    /** How much an enumerator has said to a reader; 0 for a task that is none. */
    long said(TaskId reader) {
        SourceCoordinator coordinator = coordinators.get(reader.vertex());
        return coordinator == null ? 0 : coordinator.said(reader.instance());
    }

    /** How far those bounded sources have come that can tell, by what their readers say. */
    List<ReadingFacts> readings(List<TaskFacts> tasks) {
        List<ReadingFacts> readings = new ArrayList<>();
        coordinators.forEach((place, coordinator) -> {
            List<TaskFacts> readers =
                    tasks.stream().filter(task -> task.vertex() == place).toList();
            Vertex vertex = job.topology().vertex(place);
            boolean known = vertex.source().source().getBoundedness() == Boundedness.BOUNDED
                    && coordinator.unassigned() >= 0
                    && readers.size() == vertex.parallelism()
                    && readers.stream().allMatch(reader -> reader.unread() >= 0);
            if (known) {
                double left = (double) coordinator.unassigned()
                        + readers.stream().mapToDouble(TaskFacts::unread).sum();
                double whole = Math.max(left, wholes.getOrDefault(place, (double) coordinator.unassignedMost()));
                wholes.put(place, whole);
                readings.add(new ReadingFacts(place, left, whole));
            }
        });
        return readings;
    }

    List<String> ids() {
        List<String> ids = new ArrayList<>();
        coordinators
                .keySet()
                .forEach(
                        vertex -> ids.add(job.topology().vertex(vertex).source().id()));
        return ids;
    }

    void snapshot(String source, long checkpoint) {
        coordinators.get(vertexOf(source)).snapshot(checkpoint);
    }

    void release() {
        coordinators.values().forEach(SourceCoordinator::release);
    }

    void completed(long checkpoint) {
        coordinators.values().forEach(coordinator -> coordinator.completed(checkpoint));
    }

    void aborted(long checkpoint) {
        coordinators.values().forEach(coordinator -> coordinator.aborted(checkpoint));
    }

    void close() {
        coordinators.values().forEach(SourceCoordinator::close);
    }

    private int vertexOf(String source) {
        return coordinators.keySet().stream()
                .filter(vertex -> job.topology().vertex(vertex).source().id().equals(source))
                .findFirst()
                .orElseThrow();
    }

    // ---- what coordinators say

    @Override
    public void tellReader(TaskId reader, ControlMessage message) {
        Execution task = job.tasks().alive(reader);
        if (task != null) {
            job.tellTask(task, message);
        }
    }

    @Override
    public void enumeratorSnapshotDone(String source, long checkpoint, byte[] state) {
        job.checkpoints().enumeratorDone(source, checkpoint, state);
    }

    @Override
    public void enumeratorSnapshotFailed(String source, long checkpoint, Throwable why) {
        job.checkpoints().declined(checkpoint, why);
    }

    /** All readers of a source whose enumerator has failed start again with it. */
    @Override
    public void enumeratorFailed(String source, Throwable why) {
        int place = vertexOf(source);
        broken.add(place);
        Vertex vertex = job.topology().vertex(place);
        Failure.Place where = new Failure.Place(
                vertex.name(), Failure.Place.ENUMERATOR, vertex.source().name(), null);
        job.state().onBreakdown(Breakdown.of(job.tasks().ofVertex(place), Failure.of(why, where)));
    }
}
