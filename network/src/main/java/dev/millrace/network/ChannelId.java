package dev.millrace.network;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Names a channel from one task to another.
 *
 * @param jobId the job
 * @param run the attempt of the region that the channel belongs to; a restart makes new channels
 * @param edge the place of its edge in the job graph
 * @param producer the instance that sends
 * @param consumer the instance that reads
 */
public record ChannelId(String jobId, int run, int edge, int producer, int consumer)
        implements Comparable<ChannelId>, Serializable {

    private static final Comparator<ChannelId> ORDER = Comparator.comparing(ChannelId::jobId)
            .thenComparingInt(ChannelId::run)
            .thenComparingInt(ChannelId::edge)
            .thenComparingInt(ChannelId::producer)
            .thenComparingInt(ChannelId::consumer);

    @Override
    public int compareTo(ChannelId other) {
        return ORDER.compare(this, other);
    }
}
