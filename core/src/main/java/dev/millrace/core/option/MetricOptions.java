package dev.millrace.core.option;

/** Options of where a job shows its metrics. */
public final class MetricOptions {

    /**
     * The port of this machine at which the process shows the metrics of its jobs, for Prometheus at {@code /metrics} and as JSON
     * at {@code /metrics.json}; 0 takes any free port and logs it, -1 shows them nowhere.
     */
    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("metrics.port").intType().defaultValue(-1);

    private MetricOptions() {}
}
