package dev.millrace.testkit.contract;

import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A part of a program, written down once for each variant that makes another graph of it. */
final class Program {
    private static final CheckpointSettings CHECKPOINTS =
            new CheckpointSettings(1_000, 60_000, 0, 0, null, false, null, false);

    private final Part part;
    private final Map<List<Object>, Written> written = new HashMap<>();

    /** A graph, its types, and the board that it was written on. */
    record Written(JobGraph graph, TypeSystem types, Board board) {}

    Program(Part part) {
        this.part = part;
    }

    /** The graph of a variant at a parallelism. */
    Written at(int parallelism, Variant variant) {
        List<Object> key = List.of(
                parallelism, variant.chained(), variant.bufferMillis(), variant.objectReuse(), variant.backend());
        return written.computeIfAbsent(key, absent -> write(parallelism, variant));
    }

    private Written write(int parallelism, Variant variant) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(parallelism);
        environment.setBufferTimeout(variant.bufferMillis());
        environment.enableCheckpointing(CHECKPOINTS.intervalMillis());
        if (variant.objectReuse()) {
            environment.getConfig().enableObjectReuse();
        }
        Board board = new Board(environment, variant.chained());
        try {
            part.write(board);
        } catch (Exception failure) {
            throw new IllegalArgumentException("the program could not be written: " + failure, failure);
        }
        JobGraph graph = environment.getJobGraph("contract");
        JobSettings settings = graph.settings();
        JobSettings adjusted = new JobSettings(
                CHECKPOINTS,
                new RestartStrategy.None(),
                settings.objectReuse(),
                settings.autoWatermarkIntervalMillis(),
                variant.backend(),
                settings.types(),
                settings.globalParameters(),
                settings.cachedFiles(),
                settings.batch());
        TypeSystem types = TypeSystem.create(getClass().getClassLoader(), adjusted.types());
        return new Written(new JobGraph(graph.name(), graph.vertices(), graph.edges(), adjusted), types, board);
    }

    /** A script with the ends of all sources of this program. */
    List<Happening> complete(List<? extends Happening> script) {
        int sources = at(1, Variant.PLAIN).board().inputs();
        List<Happening> complete = new ArrayList<>(script);
        for (int source = 0; source < sources; source++) {
            if (!complete.contains(new Happening.End(source))) {
                complete.add(new Happening.End(source));
            }
        }
        return complete;
    }
}
