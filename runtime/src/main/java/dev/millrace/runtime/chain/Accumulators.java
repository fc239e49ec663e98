package dev.millrace.runtime.chain;

import dev.millrace.core.accumulator.Accumulator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The accumulators of one task, by name. Owned by the task's thread. */
public final class Accumulators {
    private final Map<String, Accumulator<?, ?>> byName = new LinkedHashMap<>();
    private final Runnable onFirst;

    /**
     * @param onFirst run when there is something to tell for the first time
     */
    public Accumulators(Runnable onFirst) {
        this.onFirst = onFirst;
    }

    void add(String name, Accumulator<?, ?> accumulator) {
        if (byName.isEmpty()) {
            onFirst.run();
        }
        if (byName.putIfAbsent(name, accumulator) != null) {
            throw new UnsupportedOperationException(
                    "the task has an accumulator called '" + name + "' already; use another name");
        }
    }

    Accumulator<?, ?> get(String name) {
        return byName.get(name);
    }

    /** All, as they live: who keeps them longer than a call writes them. */
    public Map<String, Accumulator<?, ?>> all() {
        return byName;
    }
}
