package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;
import dev.millrace.core.option.MemorySize;
import java.time.Duration;

/** Options of task managers. They are accepted and change nothing. */
@ModelApi
public class TaskManagerOptions {

    public static final ConfigOption<MemorySize> MANAGED_MEMORY_SIZE =
            ConfigOptions.key("taskmanager.memory.managed.size").memoryType().noDefaultValue();

    public static final ConfigOption<Float> MANAGED_MEMORY_FRACTION =
            ConfigOptions.key("taskmanager.memory.managed.fraction").floatType().defaultValue(0.4f);

    public static final ConfigOption<Integer> NUM_TASK_SLOTS =
            ConfigOptions.key("taskmanager.numberOfTaskSlots").intType().defaultValue(1);

    public static final ConfigOption<MemorySize> MEMORY_SEGMENT_SIZE =
            ConfigOptions.key("taskmanager.memory.segment-size").memoryType().defaultValue(MemorySize.parse("32kb"));

    public static final ConfigOption<MemorySize> NETWORK_MEMORY_MIN =
            ConfigOptions.key("taskmanager.memory.network.min").memoryType().defaultValue(MemorySize.parse("64mb"));

    public static final ConfigOption<MemorySize> NETWORK_MEMORY_MAX =
            ConfigOptions.key("taskmanager.memory.network.max").memoryType().noDefaultValue();

    public static final ConfigOption<MemorySize> TOTAL_PROCESS_MEMORY =
            ConfigOptions.key("taskmanager.memory.process.size").memoryType().noDefaultValue();

    public static final ConfigOption<MemorySize> TOTAL_FLINK_MEMORY =
            ConfigOptions.key("taskmanager.memory.flink.size").memoryType().noDefaultValue();

    public static final ConfigOption<MemorySize> TASK_HEAP_MEMORY =
            ConfigOptions.key("taskmanager.memory.task.heap.size").memoryType().noDefaultValue();

    public static final ConfigOption<MemorySize> TASK_OFF_HEAP_MEMORY = ConfigOptions.key(
                    "taskmanager.memory.task.off-heap.size")
            .memoryType()
            .defaultValue(MemorySize.ZERO);

    public static final ConfigOption<Double> CPU_CORES =
            ConfigOptions.key("taskmanager.cpu.cores").doubleType().noDefaultValue();

    public static final ConfigOption<Duration> TASK_CANCELLATION_TIMEOUT =
            ConfigOptions.key("task.cancellation.timeout").durationType().defaultValue(Duration.ofMinutes(3));

    private TaskManagerOptions() {}
}
