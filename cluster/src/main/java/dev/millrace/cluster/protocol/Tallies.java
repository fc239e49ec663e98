package dev.millrace.cluster.protocol;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.Unmerged;
import dev.millrace.runtime.TaskTally;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** Merges what tasks have accumulated. Runs user code, so beside the threads of nodes; what fails, fails for its name only. */
public final class Tallies {

    private Tallies() {}

    /** @param parts each a {@link TaskTally} as {@link JavaBytes} */
    public static TaskTally merge(List<byte[]> parts, ClassLoader userClasses)
            throws IOException, ClassNotFoundException {
        TreeMap<String, Accumulator<?, ?>> accumulators = new TreeMap<>();
        TreeMap<String, Long> counts = new TreeMap<>();
        for (byte[] part : parts) {
            TaskTally tally = JavaBytes.read(part, TaskTally.class, userClasses);
            tally.accumulators().forEach((name, value) -> accumulators.merge(name, value, (a, b) -> both(name, a, b)));
            tally.counts().forEach((name, count) -> counts.merge(name, count, Long::sum));
        }
        return new TaskTally(accumulators, counts);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // one name is one kind of accumulator; else merge says what is wrong
    private static Accumulator<?, ?> both(String name, Accumulator one, Accumulator other) {
        if (other instanceof Unmerged) {
            return other;
        }
        try {
            one.merge(other);
            return one;
        } catch (RuntimeException failure) {
            return new Unmerged(name, failure);
        }
    }
}
