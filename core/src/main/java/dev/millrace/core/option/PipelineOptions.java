package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Options of a program's graph. */
@ModelApi
public final class PipelineOptions {

    /** The job's name. */
    public static final ConfigOption<String> NAME =
            ConfigOptions.key("pipeline.name").stringType().noDefaultValue();

    /** The number of key groups. */
    public static final ConfigOption<Integer> MAX_PARALLELISM =
            ConfigOptions.key("pipeline.max-parallelism").intType().noDefaultValue();

    /** Passes values on as they are. */
    public static final ConfigOption<Boolean> OBJECT_REUSE =
            ConfigOptions.key("pipeline.object-reuse").booleanType().defaultValue(false);

    /** The time between two calls of a watermark generator. */
    public static final ConfigOption<Duration> AUTO_WATERMARK_INTERVAL =
            ConfigOptions.key("pipeline.auto-watermark-interval").durationType().defaultValue(Duration.ofMillis(200));

    /** Whether operators may share a task. */
    public static final ConfigOption<Boolean> OPERATOR_CHAINING = ConfigOptions.key(
                    "pipeline.operator-chaining.enabled")
            .booleanType()
            .defaultValue(true);

    private PipelineOptions() {}
}
