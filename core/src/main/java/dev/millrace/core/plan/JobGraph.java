package dev.millrace.core.plan;

import java.io.Serializable;
import java.util.List;

/** A job: vertices and the edges between them. Data; {@link #toString} draws it. */
public record JobGraph(String name, List<Vertex> vertices, List<Edge> edges, JobSettings settings)
        implements Serializable {

    /** One line per vertex, in order, with what it reads and how. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("job ").append(name).append('\n');
        for (int place = 0; place < vertices.size(); place++) {
            Vertex vertex = vertices.get(place);
            text.append("  [")
                    .append(place)
                    .append("] ")
                    .append(vertex.name())
                    .append("  x")
                    .append(vertex.parallelism());
            String separator = "  <- ";
            for (Edge edge : edges) {
                if (edge.target() == place) {
                    text.append(separator).append(drawn(edge));
                    separator = ", ";
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String drawn(Edge edge) {
        String exchange = edge.exchange().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        String side = edge.tag() == null ? "" : " side " + edge.tag().getId();
        String input = edge.input() == 0 ? "" : " as input " + edge.input();
        String back = edge.feedback() ? "back from " : "";
        return back + "[" + edge.source() + "] " + exchange + side + input;
    }
}
