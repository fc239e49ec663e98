package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** An {@link Event} that cannot change: one of three, the other two are null. */
public record EventRecord(PersonRecord person, AuctionRecord auction, BidRecord bid) implements Serializable {

    /** Event time in milliseconds since the epoch. */
    public long time() {
        return bid != null ? bid.dateTime() : auction != null ? auction.dateTime() : person.dateTime();
    }
}
