package dev.millrace.benchmarks.workload.nexmark;

import java.io.Serializable;

/** Somebody who opens auctions or bids. */
public final class Person implements Serializable {
    private static final long serialVersionUID = 1;

    public long id;
    public String name;
    public String email;
    public String city;
    public String state;
    public long dateTime;

    public Person() {}
}
