package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;

/** Options of how records are moved. */
@ModelApi
public final class ExecutionOptions {

    /** Whether a program is run as a stream or in stages. */
    public static final ConfigOption<RuntimeExecutionMode> RUNTIME_MODE = ConfigOptions.key("execution.runtime-mode")
            .enumType(RuntimeExecutionMode.class)
            .defaultValue(RuntimeExecutionMode.STREAMING);

    /** How long a record may wait for its batch to fill. */
    public static final ConfigOption<Duration> BUFFER_TIMEOUT = ConfigOptions.key("execution.buffer-timeout.interval")
            .durationType()
            .defaultValue(Duration.ofMillis(100));

    private ExecutionOptions() {}
}
