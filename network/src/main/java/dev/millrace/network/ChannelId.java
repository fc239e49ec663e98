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

    /** Written out, as the start of a job asks for it: a record's own is put together from method handles when first called. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelId that
                && that.producer == producer
                && that.consumer == consumer
                && that.edge == edge
                && that.run == run
                && that.jobId.equals(jobId);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (31 * jobId.hashCode() + run) + edge) + producer) + consumer;
    }

    @Override
    public int compareTo(ChannelId other) {
        return ORDER.compare(this, other);
    }
}
