package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** An offer for what an auction sells. */
public final class Bid implements Serializable {
    private static final long serialVersionUID = 1;

    public long auction;
    public long bidder;
    public long price;
    public String channel;
    public String url;
    public long dateTime;

    public Bid() {}

    /** The same bid at another price. */
    public Bid at(long newPrice) {
        Bid bid = new Bid();
        bid.auction = auction;
        bid.bidder = bidder;
        bid.price = newPrice;
        bid.channel = channel;
        bid.url = url;
        bid.dateTime = dateTime;
        return bid;
    }
}
