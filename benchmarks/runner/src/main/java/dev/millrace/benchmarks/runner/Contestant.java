package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An engine with its settings. */
enum Contestant {
    /** As it is out of the box: mutable objects are copied. */
    MILLRACE("millrace", "millrace", false, -1),
    /** Told that nobody keeps objects. */
    MILLRACE_REUSE("millrace-reuse", "millrace", true, -1),
    FLINK("flink", "flink", false, -1),
    FLINK_REUSE("flink-reuse", "flink", true, -1),
    /** With records sent on after a millisecond at most. */
    FLINK_1MS("flink-1ms", "flink", true, 1),
    /** With each record sent on at once. */
    FLINK_0MS("flink-0ms", "flink", true, 0),
    JET("jet", "jet", true, -1),
    /** Written by hand, with as many threads as the others have instances of each step. */
    HAND("hand", "hand", true, -1);

    /** What asks for all peers, but for all of them in the first round only. */
    static final String BEST = "best";

    private final String label;
    private final String engine;
    private final boolean reuse;
    private final long bufferTimeoutMillis;

    Contestant(String label, String engine, boolean reuse, long bufferTimeoutMillis) {
        this.label = label;
        this.engine = engine;
        this.reuse = reuse;
        this.bufferTimeoutMillis = bufferTimeoutMillis;
    }

    String label() {
        return label;
    }

    /** The module whose class path it runs on. */
    String engine() {
        return engine;
    }

    boolean reuse() {
        return reuse;
    }

    long bufferTimeoutMillis() {
        return bufferTimeoutMillis;
    }

    boolean isPeer() {
        return engine.equals("flink") || engine.equals("jet");
    }

    /** Whether its settings make a difference to the workload. */
    private boolean suits(Workload workload) {
        boolean latency = workload.task() == Task.LATENCY;
        return switch (this) {
            case FLINK_0MS, FLINK_1MS -> latency;
            case FLINK_REUSE -> !latency && workload.task() != Task.START;
            case MILLRACE_REUSE -> !latency && workload.task() != Task.START;
            case MILLRACE, FLINK, JET, HAND -> true;
        };
    }

    /** The one of that label. */
    static Contestant labelled(String label) {
        return Arrays.stream(values())
                .filter(contestant -> contestant.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contestant " + label));
    }

    /** Millrace and the contestants of those engines, or of those labels, that suit the workload. */
    static List<Contestant> of(List<String> peers, Workload workload) {
        Set<Contestant> chosen = new LinkedHashSet<>(List.of(MILLRACE, MILLRACE_REUSE));
        for (String peer : peers.contains(BEST) ? List.of("flink", "jet", "hand") : peers) {
            List<Contestant> named = Arrays.stream(values())
                    .filter(contestant -> contestant.label.equals(peer) || contestant.engine.equals(peer))
                    .toList();
            if (named.isEmpty()) {
                throw new IllegalArgumentException("There is no peer " + peer + "; take flink, jet or hand, or one of "
                        + Arrays.stream(values()).map(Contestant::label).toList());
            }
            chosen.addAll(named);
        }
        List<Contestant> suiting = new ArrayList<>(chosen);
        suiting.removeIf(contestant -> !contestant.suits(workload));
        return suiting;
    }
}
