package dev.millrace.runtime;

import dev.millrace.core.plan.Exchange;
import dev.millrace.network.ChannelId;
import java.io.Serializable;
import java.util.List;

/**
 * The channels of one edge into a task.
 *
 * @param input the number of the head operator's input that reads them
 * @param channels one per producer whose records can come to this instance, in the producers' order
 * @param loops the loops in whose bodies the edge lies
 * @param feedback for an edge that leads back to this task as the head of a loop, else null
 */
public record InputWiring(int input, List<ChannelId> channels, List<InLoop> loops, Feedback feedback)
        implements Serializable {
    public InputWiring {
        channels = List.copyOf(channels);
        loops = List.copyOf(loops);
    }

    /** An edge that lies in no loop. */
    public InputWiring(int input, List<ChannelId> channels) {
        this(input, channels, List.of(), null);
    }

    /**
     * How an edge lies in a loop.
     *
     * @param loop the place of the loop's head in the job graph
     * @param returning whether it closes a way within the loop's body
     */
    public record InLoop(int loop, boolean returning) implements Serializable {}

    /**
     * What a head knows of an edge that leads back to it.
     *
     * @param hops after how many returns each head of the loop has heard of each of its tasks
     * @param exchange how records travel on it
     */
    public record Feedback(int hops, Exchange exchange) implements Serializable {}
}
