package dev.millrace.benchmarks.workload;

import java.util.List;

/** Three elements counted by key: what it takes to get a job going, and the process with it. */
public final class Start {
    public static final List<Long> NUMBERS = List.of(1L, 2L, 1L);
    public static final List<String> WORDS = List.of("one", "two", "one");

    private Start() {}

    public static long check(long key, long count) {
        return Mix.hash(key, count, 7);
    }
}
