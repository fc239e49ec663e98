package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** An {@link Auction} that cannot change, with text for ids. */
public record AuctionRecord(
        String id,
        String itemName,
        long initialBid,
        long reserve,
        long dateTime,
        long expires,
        String seller,
        int category)
        implements Serializable {}
