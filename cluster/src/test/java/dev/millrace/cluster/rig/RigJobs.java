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

/** Job graphs of a source and a sink. */
public final class RigJobs {

    private static final int MAX_PARALLELISM = 128;

    private RigJobs() {}

    public static JobSettings settings(CheckpointSettings checkpoints, RestartStrategy restart) {
        return new JobSettings(checkpoints, restart, false, 200, "heap", TypeOptions.defaults(), Map.of());
    }

    /** Checkpoints every so often in a directory; failed ones are tolerated without bound. */
    public static CheckpointSettings every(long intervalMillis, String restore) {
        return new CheckpointSettings(
                intervalMillis, 10_000, 0, Integer.MAX_VALUE, "/checkpoints", true, restore, false);
    }

    public static JobGraph graph(
            String name, Source<?, ?, ?> source, int sources, int sinks, Exchange exchange, JobSettings settings) {
        SourceNode node = new SourceNode("source-id", "numbers", false, source, WatermarkStrategy.noWatermarks());
        Vertex first = new Vertex("source-id", "numbers", sources, MAX_PARALLELISM, "default", node, List.of());
        OperatorNode sink =
                new OperatorNode("sink-id", "sink", false, () -> null, OperatorNode.INPUTS, null, List.of(), false);
        Vertex second = new Vertex("sink-id", "sink", sinks, MAX_PARALLELISM, "default", null, List.of(sink));
        Edge edge = new Edge(0, OperatorNode.INPUTS, null, 1, 0, exchange, 100);
        return new JobGraph(name, List.of(first, second), List.of(edge), settings);
    }
}
