package dev.millrace.benchmarks.workload;

/** What a program is to do, and how much of it in one job. The numbers of records suit all parallelisms up to 10. */
public enum Task {
    COUNT_1K("count-1k", "count and sum per key, 1,000 keys", 60_000_000),
    COUNT_1M("count-1m", "count and sum per key, 1,000,000 keys", 16_000_000),
    Q0("q0", "auction events passed on", 40_000_000),
    Q1("q1", "price of each bid converted", 40_000_000),
    Q2("q2", "bids of some auctions picked", 40_000_000),
    Q3("q3", "people joined with their auctions by key", 40_000_000),
    Q5("q5", "auction with most bids in 10 s, each second", 10_000_000),
    Q7("q7", "highest bid in each 10 s", 30_000_000),
    Q8("q8", "people joined with their auctions in each 10 s", 30_000_000),
    Q11("q11", "bids per bidder and session", 15_000_000),
    LONGS("longs", "map, filter, map", 200_000_000),
    WORDS("words", "running count of the words of a text", 28_000_000),
    CHECKPOINT("checkpoint", "count per key, 10 M keys, checkpoint each 2 s", 40_000_000),
    LATENCY("latency", "keyed count at 200,000 records/s", 20L * SteadyRate.PER_SECOND),
    START("start", "process with a job of three elements", 3);

    /** The number of records at which answers are compared when nothing is timed. */
    private static final long CHECKED_RECORDS = 200_000;

    /** A warm-up job has one in so many of the records of a job that is timed. */
    private static final int WARM_UP_SHARE = 8;

    private final String label;
    private final String summary;
    private final long records;

    Task(String label, String summary, long records) {
        this.label = label;
        this.summary = summary;
        this.records = records;
    }

    public String label() {
        return label;
    }

    /** What is done, for a table. */
    public String summary() {
        return summary;
    }

    /** How many records one job has when it is timed. */
    public long records() {
        return records;
    }

    /**
     * How many records a job has that only warms up: so many that three take seconds on a slow engine and a fast one still
     * sees whole windows.
     */
    public long warmUpRecords() {
        return this == START || this == LATENCY ? records : records / WARM_UP_SHARE;
    }

    /** How many records are enough to see that answers agree. */
    public long checkedRecords() {
        return Math.min(CHECKED_RECORDS, records);
    }

    /** How many different keys there are, for the tasks that count per key. */
    public int keys(long jobRecords) {
        return switch (this) {
            case COUNT_1K -> 1_000;
            case CHECKPOINT -> LargeState.keys(jobRecords);
            case COUNT_1M, LATENCY, Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11, LONGS, WORDS, START -> SteadyRate.KEYS;
        };
    }

    /** Whether records meet others of their key or window, beyond what goes from record to record. */
    public boolean isKeyedOrWindowed() {
        return switch (this) {
            case COUNT_1K, COUNT_1M, Q3, Q5, Q7, Q8, Q11, WORDS, CHECKPOINT, LATENCY -> true;
            case Q0, Q1, Q2, LONGS, START -> false;
        };
    }

    /** Whether as many records as can be are put through; otherwise time itself is what is measured. */
    public boolean isThroughput() {
        return this != LATENCY && this != START;
    }
}
