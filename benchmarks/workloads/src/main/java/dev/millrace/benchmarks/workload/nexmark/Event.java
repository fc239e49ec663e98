package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** One of three: the other two are null. */
public final class Event implements Serializable {
    private static final long serialVersionUID = 1;

    public Person person;
    public Auction auction;
    public Bid bid;

    public Event() {}

    /** Event time in milliseconds since the epoch. */
    public long time() {
        return bid != null ? bid.dateTime : auction != null ? auction.dateTime : person.dateTime;
    }
}
