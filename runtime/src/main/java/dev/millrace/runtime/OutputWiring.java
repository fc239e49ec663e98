package dev.millrace.runtime;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.plan.Exchange;
import dev.millrace.network.ChannelId;
import java.io.Serializable;
import java.util.List;

/**
 * The channels of one edge out of a task.
 *
 * @param operator the place in the chain of the operator whose results travel, or {@link
 *     dev.millrace.core.plan.OperatorNode#INPUTS} for the records of the source itself
 * @param tag the side output that travels, or null for the main one
 * @param bufferTimeoutMillis how long a record may wait for its batch to fill; 0 sends each record at once, -1 waits
 * @param channels one per consumer that this instance's records can go to, in the consumers' order: all of them, but one
 *     for a forward edge and the sender's share for a rescaled one
 * @param targetMaxParallelism the number of key groups of the reading vertex
 * @param loops the loops in whose bodies the edge lies
 * @param feedback whether the edge leads back to the head of a loop
 */
public record OutputWiring(
        int operator,
        OutputTag<?> tag,
        Exchange exchange,
        long bufferTimeoutMillis,
        List<ChannelId> channels,
        int targetMaxParallelism,
        List<Integer> loops,
        boolean feedback)
        implements Serializable {
    public OutputWiring {
        channels = List.copyOf(channels);
        loops = List.copyOf(loops);
    }

    /** An edge that lies in no loop. */
    public OutputWiring(
            int operator,
            OutputTag<?> tag,
            Exchange exchange,
            long bufferTimeoutMillis,
            List<ChannelId> channels,
            int targetMaxParallelism) {
        this(operator, tag, exchange, bufferTimeoutMillis, channels, targetMaxParallelism, List.of(), false);
    }
}
