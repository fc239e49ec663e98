package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;

/** Options of whole clusters. They are accepted and change nothing. */
@ModelApi
public class ClusterOptions {

    public static final ConfigOption<Boolean> FINE_GRAINED_SHUFFLE_MODE_ALL_BLOCKING = ConfigOptions.key(
                    "fine-grained.shuffle-mode.all-blocking")
            .booleanType()
            .defaultValue(false);

    public static final ConfigOption<Boolean> EVENLY_SPREAD_OUT_SLOTS_STRATEGY =
            ConfigOptions.key("cluster.evenly-spread-out-slots").booleanType().defaultValue(false);

    private ClusterOptions() {}
}
