package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;
import dev.millrace.core.option.MemorySize;
import java.time.Duration;

/** Options of job managers. They are accepted and change nothing. */
@ModelApi
public class JobManagerOptions {

    public static final ConfigOption<String> ADDRESS =
            ConfigOptions.key("jobmanager.rpc.address").stringType().noDefaultValue();

    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("jobmanager.rpc.port").intType().defaultValue(6123);

    public static final ConfigOption<Duration> SLOT_REQUEST_TIMEOUT =
            ConfigOptions.key("slot.request.timeout").durationType().defaultValue(Duration.ofMinutes(5));

    public static final ConfigOption<MemorySize> TOTAL_PROCESS_MEMORY =
            ConfigOptions.key("jobmanager.memory.process.size").memoryType().noDefaultValue();

    public static final ConfigOption<String> EXECUTION_FAILOVER_STRATEGY = ConfigOptions.key(
                    "jobmanager.execution.failover-strategy")
            .stringType()
            .defaultValue("region");

    private JobManagerOptions() {}
}
