package dev.millrace.cli;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.GeneratorFunction;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.type.Types;
import dev.millrace.stream.StreamExecutionEnvironment;

/** A program whose job has little to do and does not end by itself. */
public final class Endless {

    private static final int RECORDS_PER_SECOND = 10;

    private Endless() {}

    public static void main(String[] args) throws Exception {
        job(args.length == 0 ? null : args[0]).execute("endless");
    }

    /**
     * The job.
     *
     * @param checkpoints the directory for checkpoints; null for none
     */
    static StreamExecutionEnvironment job(String checkpoints) {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        if (checkpoints != null) {
            env.enableCheckpointing(100);
            env.getCheckpointConfig().setCheckpointStorage(checkpoints);
        }
        GeneratorFunction<Long, Long> same = number -> number;
        RateLimiterStrategy slow = RateLimiterStrategy.perSecond(RECORDS_PER_SECOND);
        env.fromSource(
                        new DataGeneratorSource<>(same, Long.MAX_VALUE, slow, Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "slow")
                .sinkTo(new DiscardingSink<>());
        return env;
    }
}
