package dev.millrace.runtime;

import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.time.Clock;
import dev.millrace.network.ChannelHub;
import java.util.concurrent.Executor;

/**
 * What a host gives to its tasks.
 *
 * @param background runs what may wait for a disk
 * @param seed of all that is random in a task, with the task's own numbers
 * @param hostName by which sources choose splits near to their readers
 */
public record HostServices(
        Clock clock,
        Executor background,
        Memory memory,
        ChannelHub channels,
        MetricTree metrics,
        long seed,
        String hostName) {}
