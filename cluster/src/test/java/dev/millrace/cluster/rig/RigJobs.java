package dev.millrace.cluster.rig;

import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeOptions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Job graphs of a source and a sink. */
public final class RigJobs {

    private static final int MAX_PARALLELISM = 128;

    private RigJobs() {}

    public static JobSettings settings(CheckpointSettings checkpoints, RestartStrategy restart) {
        return new JobSettings(
                checkpoints, restart, false, 200, "heap", TypeOptions.defaults(), Map.of(), new TreeMap<>());
    }

    /** Checkpoints every so often in a directory; failed ones are tolerated without bound. */
    public static CheckpointSettings every(long intervalMillis, String restore) {
        return new CheckpointSettings(
                intervalMillis, 10_000, 0, Integer.MAX_VALUE, "/checkpoints", true, restore, false);
    }

    public static JobGraph graph(
            String name, Source<?, ?, ?> source, int sources, int sinks, Exchange exchange, JobSettings settings) {
        Vertex first = source("source-id", source, sources);
        return new JobGraph(name, List.of(first, sink(sinks)), List.of(edge(0, 1, exchange)), settings);
    }

    /** Two sources of one sink. */
    public static JobGraph union(
            String name, Source<?, ?, ?> one, Source<?, ?, ?> other, int sources, int sinks, JobSettings settings) {
        List<Vertex> vertices =
                List.of(source("source-id", one, sources), source("other-source-id", other, sources), sink(sinks));
        List<Edge> edges = List.of(edge(0, 2, new Exchange.Rebalance()), edge(1, 2, new Exchange.Rebalance()));
        return new JobGraph(name, vertices, edges, settings);
    }

    private static Vertex source(String id, Source<?, ?, ?> source, int parallelism) {
        SourceNode node = new SourceNode(id, "numbers", false, source, WatermarkStrategy.noWatermarks());
        return new Vertex(id, "numbers", parallelism, MAX_PARALLELISM, "default", node, List.of());
    }

    private static Vertex sink(int parallelism) {
        OperatorNode sink =
                new OperatorNode("sink-id", "sink", false, () -> null, OperatorNode.INPUTS, null, List.of(), false);
        return new Vertex("sink-id", "sink", parallelism, MAX_PARALLELISM, "default", null, List.of(sink));
    }

    private static Edge edge(int source, int target, Exchange exchange) {
        return new Edge(source, OperatorNode.INPUTS, null, target, 0, exchange, 100);
    }
}
