package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** A {@link Bid} that cannot change, with text for ids. */
public record BidRecord(String auction, String bidder, long price, String channel, String url, long dateTime)
        implements Serializable {

    /** The same bid at another price. */
    public BidRecord at(long newPrice) {
        return new BidRecord(auction, bidder, newPrice, channel, url, dateTime);
    }
}
