package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;
import java.time.Duration;

/** Options of heartbeats between processes. They are accepted and change nothing. */
@ModelApi
public class HeartbeatManagerOptions {

    public static final ConfigOption<Duration> HEARTBEAT_INTERVAL =
            ConfigOptions.key("heartbeat.interval").durationType().defaultValue(Duration.ofSeconds(10));

    public static final ConfigOption<Duration> HEARTBEAT_TIMEOUT =
            ConfigOptions.key("heartbeat.timeout").durationType().defaultValue(Duration.ofSeconds(50));

    private HeartbeatManagerOptions() {}
}
