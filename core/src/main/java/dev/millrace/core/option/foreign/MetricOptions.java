package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;
import java.time.Duration;

/** Options of metrics. They are accepted and change nothing. */
@ModelApi
public class MetricOptions {

    public static final ConfigOption<Duration> LATENCY_INTERVAL =
            ConfigOptions.key("metrics.latency.interval").durationType().defaultValue(Duration.ZERO);

    private MetricOptions() {}
}
