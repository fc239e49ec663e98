package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** Something for sale. */
public final class Auction implements Serializable {
    private static final long serialVersionUID = 1;

    public long id;
    public String itemName;
    public long initialBid;
    public long reserve;
    public long dateTime;
    public long expires;
    public long seller;
    public int category;

    public Auction() {}
}
