package dev.millrace.cluster.protocol;

import dev.millrace.core.accumulator.Accumulator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merges what tasks have accumulated. Runs user code, so beside the threads of nodes. */
public final class Accumulated {

    private Accumulated() {}

    /** @param parts maps of accumulators by name, as {@link JavaBytes} */
    public static Map<String, Accumulator<?, ?>> merge(List<byte[]> parts, ClassLoader userClasses)
            throws IOException, ClassNotFoundException {
        TreeMap<String, Accumulator<?, ?>> merged = new TreeMap<>();
        for (byte[] part : parts) {
            for (Object entry : JavaBytes.read(part, Map.class, userClasses).entrySet()) {
                Map.Entry<?, ?> named = (Map.Entry<?, ?>) entry;
                merged.merge((String) named.getKey(), (Accumulator<?, ?>) named.getValue(), Accumulated::both);
            }
        }
        return merged;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // one name is one kind of accumulator; else merge says what is wrong
    private static Accumulator<?, ?> both(Accumulator one, Accumulator other) {
        one.merge(other);
        return one;
    }
}
