package dev.millrace.cli.live;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle.JobEnd;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a job has done, in a few lines. */
final class Summary {

    private static final String LATE = ".numLateRecordsDropped";

    private final String job;
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> sinks = new TreeSet<>();

    /** The summary of a job that has yet to run; keeps names only. */
    Summary(JobGraph graph) {
        job = graph.name();
        for (int place = 0; place < graph.vertices().size(); place++) {
            Vertex vertex = graph.vertices().get(place);
            if (vertex.source() != null) {
                sources.add(vertex.source().name());
            }
            for (int operator = 0; operator < vertex.chain().size(); operator++) {
                if (isUnread(graph, place, operator)) {
                    sinks.add(vertex.chain().get(operator).name());
                }
            }
        }
    }

    private static boolean isUnread(JobGraph graph, int vertex, int operator) {
        for (OperatorNode node : graph.vertices().get(vertex).chain()) {
            if (node.upstream() == operator) {
                return false;
            }
        }
        for (Edge edge : graph.edges()) {
            if (edge.source() == vertex && edge.operator() == operator) {
                return false;
            }
        }
        return true;
    }

    /** Lines for a job that ended well. */
    List<String> finished(JobEnd end) {
        List<String> lines = new ArrayList<>();
        long read = sum(sources, ".numRecordsOut", end.counts());
        long written = sum(sinks, ".numRecordsIn", end.counts());
        lines.add(job + " finished in " + Figure.time(end.runtimeMillis()) + ": " + Figure.counted(read, "record")
                + " read, " + Figure.whole(written) + " written");
        CheckpointFacts checkpoints = end.checkpoints();
        if (checkpoints.completed() + checkpoints.failed() > 0) {
            lines.add("  " + LiveText.checkpoints(checkpoints));
        }
        end.counts().forEach((name, count) -> {
            if (name.endsWith(LATE) && count > 0) {
                String operator = name.substring(0, name.length() - LATE.length());
                lines.add("  " + Figure.counted(count, "late record") + " dropped by " + operator);
            }
        });
        return lines;
    }

    private static long sum(TreeSet<String> operators, String counter, Map<String, Long> counts) {
        return operators.stream()
                .mapToLong(operator -> counts.getOrDefault(operator + counter, 0L))
                .sum();
    }

    /** A line for a job that did not, by what was last seen of it. */
    String ended(String how, Frame last) {
        return job + " " + how + " after " + Figure.time(last.job().runtimeMillis()) + ": about "
                + Figure.count(last.recordsRead()) + " records read";
    }
}
