package dev.millrace.benchmarks.workload;

/** What the records of a workload are made of. Every task has both kinds, so that no engine is fast for one of them only. */
public enum Types {
    /** Long keys; tuples and mutable classes with public fields; sums and counts. */
    PLAIN(""),
    /** Text for keys, immutable records for values, aggregates of one's own. */
    RECORDS("-records");

    private final String suffix;

    Types(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }
}
