package dev.millrace.cluster.schedule;

import dev.millrace.core.plan.Vertex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slots of a job: each group of vertices has as many as its widest vertex, and instance i of all its vertices share one. */
final class SlotSharing {

    private final Map<String, Integer> firstOfGroup = new LinkedHashMap<>();
    private final int count;

    SlotSharing(List<Vertex> vertices) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        vertices.forEach(vertex -> widths.merge(vertex.slotSharingGroup(), vertex.parallelism(), Math::max));
        int next = 0;
        for (Map.Entry<String, Integer> group : widths.entrySet()) {
            firstOfGroup.put(group.getKey(), next);
            next += group.getValue();
        }
        count = next;
    }

    int count() {
        return count;
    }

    int of(Vertex vertex, int instance) {
        return firstOfGroup.get(vertex.slotSharingGroup()) + instance;
    }
}
