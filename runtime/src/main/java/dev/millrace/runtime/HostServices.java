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
 * @param waiting runs user code that waits for as long as it likes, each on a thread of its own
 * @param seed of all that is random in a task, with the task's own numbers
 * @param hostName by which sources choose splits near to their readers
 */
public record HostServices(
        Clock clock,
        Executor background,
        Executor waiting,
        Memory memory,
        ChannelHub channels,
        MetricTree metrics,
        long seed,
        String hostName) {

    /** A host without threads for what waits: source functions cannot run there. */
    public HostServices(
            Clock clock,
            Executor background,
            Memory memory,
            ChannelHub channels,
            MetricTree metrics,
            long seed,
            String hostName) {
        this(clock, background, HostServices::refuse, memory, channels, metrics, seed, hostName);
    }

    private static void refuse(Runnable work) {
        throw new UnsupportedOperationException(
                "source functions need threads of their own, which this host does not have; use a Source");
    }
}
