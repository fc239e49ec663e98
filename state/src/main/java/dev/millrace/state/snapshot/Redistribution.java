package dev.millrace.state.snapshot;

import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.state.snapshot.TaskRestore.OperatorRestore;
import dev.millrace.state.snapshot.VertexSnapshot.OperatorName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Deals a checkpoint out to the tasks of a job graph, whose parallelism and chains may have changed.
 *
 * <p>State follows operators by their stable id. A vertex of which all instances had finished stays finished, at any
 * parallelism. Where only some had finished, they stay finished at the same parallelism; at another one all instances run,
 * with the state of those that had not finished.
 */
public final class Redistribution {

    private final CheckpointManifest manifest;
    private final String directory;
    private final Map<String, VertexSnapshot> homes = new LinkedHashMap<>();

    /**
     * @param directory the checkpoint's path
     * @param vertices all vertices of the job graph
     * @param allowNonRestoredState whether state of operators that are not in the graph may be left behind
     * @throws IllegalStateException when the checkpoint does not fit the graph; the message says how and what to do
     */
    public Redistribution(
            CheckpointManifest manifest, String directory, List<Vertex> vertices, boolean allowNonRestoredState) {
        this.manifest = manifest;
        this.directory = directory;
        for (VertexSnapshot vertex : manifest.vertices()) {
            vertex.operators().forEach(operator -> homes.put(operator.id(), vertex));
        }
        if (!allowNonRestoredState) {
            refuseLeftovers(vertices);
        }
        vertices.forEach(this::refuseOtherKeyGroups);
    }

    /** What the enumerator of a source wrote, or null when the checkpoint has nothing of it. */
    public byte[] enumerator(String source) {
        return manifest.enumerators().get(source);
    }

    /** What a task starts from, or null when the checkpoint knows none of its operators. */
    public TaskRestore restore(Vertex vertex, int instance) {
        List<String> known = ids(vertex).stream().filter(homes::containsKey).toList();
        if (known.isEmpty()) {
            return null;
        }
        boolean finished = finished(vertex, known, instance);
        List<OperatorRestore> operators = new ArrayList<>();
        if (!finished) {
            for (String operator : known) {
                operators.add(operator(operator, homes.get(operator), vertex, instance));
                operators.add(operator(TaskSnapshot.link(operator), homes.get(operator), vertex, instance));
            }
            manifest.vertices().stream()
                    .filter(earlier -> earlier.vertex().equals(vertex.id()))
                    .forEach(earlier -> operators.add(operator(TaskSnapshot.TASK, earlier, vertex, instance)));
        }
        return new TaskRestore(directory, manifest.id(), finished, instance, vertex.parallelism(), operators);
    }

    private boolean finished(Vertex vertex, List<String> known, int instance) {
        SortedSet<String> ended = new TreeSet<>();
        SortedSet<String> running = new TreeSet<>();
        for (String operator : known) {
            VertexSnapshot home = homes.get(operator);
            boolean all = home.instances().stream().noneMatch(TaskSnapshot.class::isInstance);
            boolean own = home.parallelism() == vertex.parallelism()
                    && !(home.instances().get(instance) instanceof TaskSnapshot);
            (all || own ? ended : running).add(name(operator));
        }
        if (!ended.isEmpty() && !running.isEmpty()) {
            throw new IllegalStateException(
                    "Vertex '" + vertex.name() + "' chains operators that had finished in checkpoint "
                            + directory + ", " + ended + ", with operators that had not, " + running
                            + "; chain them as they were when the checkpoint was taken");
        }
        return running.isEmpty();
    }

    private OperatorRestore operator(String operator, VertexSnapshot home, Vertex vertex, int instance) {
        KeyGroupRange wanted = KeyGroupRange.of(instance, vertex.maxParallelism(), vertex.parallelism());
        boolean same = home.parallelism() == vertex.parallelism();
        List<TaskRestore.Part> parts = new ArrayList<>();
        int own = -1;
        for (int earlier = 0; earlier < home.instances().size(); earlier++) {
            if (home.instances().get(earlier) instanceof TaskSnapshot task) {
                TaskRestore.Part part = part(task, operator, wanted);
                if (part != null && (part.lists() || part.keyGroups() != null || same && earlier == instance)) {
                    own = same && earlier == instance ? parts.size() : own;
                    parts.add(part);
                }
            }
        }
        if (own >= 0 && !hasUnion(operator, home)) {
            return new OperatorRestore(operator, 0, List.of(parts.get(own)));
        }
        return new OperatorRestore(operator, same && own < 0 ? parts.size() : own, parts);
    }

    private static TaskRestore.Part part(TaskSnapshot task, String operator, KeyGroupRange wanted) {
        for (OperatorPart part : task.operators()) {
            if (part.operator().equals(operator)) {
                KeyGroupRange stored = part.keyGroups();
                boolean overlap = stored != null && stored.first() <= wanted.last() && wanted.first() <= stored.last();
                return new TaskRestore.Part(
                        task.file(),
                        task.bytes(),
                        overlap ? stored : null,
                        !part.lists().isEmpty());
            }
        }
        return null;
    }

    private static boolean hasUnion(String operator, VertexSnapshot home) {
        return parts(operator, home).stream()
                .flatMap(part -> part.lists().stream())
                .anyMatch(list -> list.kind() == ListKind.UNION);
    }

    private static List<OperatorPart> parts(String operator, VertexSnapshot home) {
        return home.instances().stream()
                .filter(TaskSnapshot.class::isInstance)
                .flatMap(task -> ((TaskSnapshot) task).operators().stream())
                .filter(part -> part.operator().equals(operator))
                .toList();
    }

    private void refuseLeftovers(List<Vertex> vertices) {
        SortedSet<String> wanted = new TreeSet<>();
        vertices.forEach(vertex -> wanted.addAll(ids(vertex)));
        SortedSet<String> left = new TreeSet<>();
        homes.forEach((operator, home) -> {
            boolean state =
                    !parts(operator, home).isEmpty() || manifest.enumerators().containsKey(operator);
            if (state && !wanted.contains(operator)) {
                left.add("'" + name(operator) + "' (" + operator + ")");
            }
        });
        if (!left.isEmpty()) {
            throw new IllegalStateException(
                    "Checkpoint " + directory + " holds state of operators that the job does not have: "
                            + String.join(", ", left)
                            + "; give the operators the uids they had, or allow non-restored state to leave it behind");
        }
    }

    private void refuseOtherKeyGroups(Vertex vertex) {
        for (String operator : ids(vertex)) {
            VertexSnapshot home = homes.get(operator);
            if (home != null && home.maxParallelism() != vertex.maxParallelism()) {
                boolean keyed = parts(operator, home).stream().anyMatch(part -> part.keyGroups() != null);
                if (keyed) {
                    throw new IllegalStateException("Operator '" + name(operator) + "' has max parallelism "
                            + vertex.maxParallelism() + ", but its keyed state in checkpoint " + directory + " has "
                            + home.maxParallelism() + " key groups; set its max parallelism to "
                            + home.maxParallelism());
                }
            }
        }
    }

    private String name(String operator) {
        return homes.get(operator).operators().stream()
                .filter(candidate -> candidate.id().equals(operator))
                .map(OperatorName::name)
                .findFirst()
                .orElse(operator);
    }

    private static List<String> ids(Vertex vertex) {
        List<String> ids = new ArrayList<>();
        if (vertex.source() != null) {
            ids.add(vertex.source().id());
        }
        for (OperatorNode operator : vertex.chain()) {
            ids.add(operator.id());
        }
        return ids;
    }
}
