package dev.millrace.testkit.simulation;

import dev.millrace.testkit.outside.Outside;
import java.util.List;

/** How a simulated job ended. */
public final class Outcome {
    private final long seed;
    private final long hash;
    private final long events;
    private final long millis;
    private final Outside outside;

    Outcome(long seed, long hash, long events, long millis, Outside outside) {
        this.seed = seed;
        this.hash = hash;
        this.events = events;
        this.millis = millis;
        this.outside = outside;
    }

    public long seed() {
        return seed;
    }

    /** Of all that happened, in its order: two runs with one hash took the same way. */
    public long traceHash() {
        return hash;
    }

    /** How many things happened. */
    public long events() {
        return events;
    }

    /** How long it took, in simulated time. */
    public long simulatedMillis() {
        return millis;
    }

    /** What was committed to a {@link dev.millrace.testkit.outside.SimulatedSink}, in the order of the commits. */
    public List<Object> committed(String sink) {
        return outside.committed(sink);
    }
}
