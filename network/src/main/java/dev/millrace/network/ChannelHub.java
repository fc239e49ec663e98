package dev.millrace.network;

/**
 * Where the ends of channels meet: each end asks for its side by the channel's id, in any order, and the first to ask makes
 * the channel. Safe for use by any thread.
 */
public interface ChannelHub {

    /**
     * The sending end.
     *
     * @param onRoom called by any thread, and returning at once, when a channel that had no room has room again
     */
    Channel.Sender sender(ChannelId id, Runnable onRoom);

    /**
     * The reading end.
     *
     * @param onData called by any thread, and returning at once, after an element has been sent
     */
    Channel.Receiver receiver(ChannelId id, Runnable onData);

    /** Forgets the channels of a job that has ended, also those that only one end has asked for. */
    void forget(String jobId);
}
