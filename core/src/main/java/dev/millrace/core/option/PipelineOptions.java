package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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

    /** Whether operators may go without ids of their own. */
    public static final ConfigOption<Boolean> AUTO_GENERATE_UIDS =
            ConfigOptions.key("pipeline.auto-generate-uids").booleanType().defaultValue(true);

    /** How deep unused references of inner functions are dropped. */
    public static final ConfigOption<ExecutionConfig.ClosureCleanerLevel> CLOSURE_CLEANER_LEVEL = ConfigOptions.key(
                    "pipeline.closure-cleaner-level")
            .enumType(ExecutionConfig.ClosureCleanerLevel.class)
            .defaultValue(ExecutionConfig.ClosureCleanerLevel.RECURSIVE);

    /** What functions find as global job parameters. */
    public static final ConfigOption<Map<String, String>> GLOBAL_JOB_PARAMETERS =
            ConfigOptions.key("pipeline.global-job-parameters").mapType().noDefaultValue();

    /** Whether classes without generated code are allowed; kept as a value only: there are none. */
    public static final ConfigOption<Boolean> GENERIC_TYPES =
            ConfigOptions.key("pipeline.generic-types").booleanType().defaultValue(true);

    /** Jars of the program; kept as a value only: the class path says so. */
    public static final ConfigOption<List<String>> JARS =
            ConfigOptions.key("pipeline.jars").stringType().asList().noDefaultValue();

    /** The class path of the program; kept as a value only. */
    public static final ConfigOption<List<String>> CLASSPATHS =
            ConfigOptions.key("pipeline.classpaths").stringType().asList().noDefaultValue();

    private PipelineOptions() {}
}
