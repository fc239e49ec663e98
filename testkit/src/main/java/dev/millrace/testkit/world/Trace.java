package dev.millrace.testkit.world;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What happened in a world, as a running hash, and as text for whoever wants to read it. Two runs that have one hash took
 * the same way. Owned by the world.
 */
public final class Trace {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Consumer<String> reader;
    private long hash = MULTIPLIER;
    private long events;

    /**
     * @param reader gets a line for each thing that happens; null when nobody reads
     */
    Trace(Consumer<String> reader) {
        this.reader = reader;
    }

    /**
     * Something happened.
     *
     * @param who whom it happened to
     * @param what a word for it
     * @param number what tells it from others of the same word
     */
    void note(long nowNanos, String who, String what, long number) {
        events++;
        mix(nowNanos);
        mix(who.hashCode());
        mix(what.hashCode());
        mix(number);
        if (reader != null) {
            reader.accept(String.format(Locale.ROOT, "%14.6f  %-28s %s %d", nowNanos / 1e6, who, what, number));
        }
    }

    /** Tells a reader more, in words that may differ between two machines. */
    void explain(Supplier<String> words) {
        if (reader != null) {
            reader.accept("                " + words.get());
        }
    }

    private void mix(long value) {
        hash = (Long.rotateLeft(hash, 23) ^ value) * MULTIPLIER;
    }

    /** The hash of all that happened so far. */
    public long hash() {
        return hash ^ hash >>> 32;
    }

    /** How many things happened so far. */
    public long events() {
        return events;
    }
}
