package dev.millrace.runtime;

import dev.millrace.network.ChannelId;
import java.io.Serializable;
import java.util.List;

/**
 * The channels of one edge into a task.
 *
 * @param input the number of the head operator's input that reads them
 * @param channels one per producer whose records can come to this instance, in the producers' order
 */
public record InputWiring(int input, List<ChannelId> channels) implements Serializable {
    public InputWiring {
        channels = List.copyOf(channels);
    }
}
