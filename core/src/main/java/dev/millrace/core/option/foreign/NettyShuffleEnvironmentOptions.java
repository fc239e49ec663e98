package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;

/** Options of the network between tasks. They are accepted and change nothing. */
@ModelApi
public class NettyShuffleEnvironmentOptions {

    public static final ConfigOption<String> TRANSPORT_TYPE = ConfigOptions.key("taskmanager.network.netty.transport")
            .stringType()
            .defaultValue("auto");

    public static final ConfigOption<Integer> NETWORK_BUFFERS_PER_CHANNEL = ConfigOptions.key(
                    "taskmanager.network.memory.buffers-per-channel")
            .intType()
            .defaultValue(2);

    public static final ConfigOption<Integer> NETWORK_EXTRA_BUFFERS_PER_GATE = ConfigOptions.key(
                    "taskmanager.network.memory.floating-buffers-per-gate")
            .intType()
            .defaultValue(8);

    private NettyShuffleEnvironmentOptions() {}
}
