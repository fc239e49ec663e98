package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;
import dev.millrace.core.option.MemorySize;

/** Options of batch jobs that choose their parallelism. They are accepted and change nothing. */
@ModelApi
public class BatchExecutionOptions {

    public static final ConfigOption<Boolean> ADAPTIVE_AUTO_PARALLELISM_ENABLED = ConfigOptions.key(
                    "execution.batch.adaptive.auto-parallelism.enabled")
            .booleanType()
            .defaultValue(true);

    public static final ConfigOption<Integer> ADAPTIVE_AUTO_PARALLELISM_MIN_PARALLELISM = ConfigOptions.key(
                    "execution.batch.adaptive.auto-parallelism.min-parallelism")
            .intType()
            .defaultValue(1);

    public static final ConfigOption<Integer> ADAPTIVE_AUTO_PARALLELISM_MAX_PARALLELISM = ConfigOptions.key(
                    "execution.batch.adaptive.auto-parallelism.max-parallelism")
            .intType()
            .defaultValue(128);

    public static final ConfigOption<MemorySize> ADAPTIVE_AUTO_PARALLELISM_AVG_DATA_VOLUME_PER_TASK = ConfigOptions.key(
                    "execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task")
            .memoryType()
            .defaultValue(MemorySize.parse("16mb"));

    private BatchExecutionOptions() {}
}
