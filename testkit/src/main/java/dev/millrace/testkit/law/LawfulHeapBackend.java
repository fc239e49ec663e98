package dev.millrace.testkit.law;

import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;

/** The store called {@code heap} with an eye on its snapshots. Only for code that a simulation runs. */
public final class LawfulHeapBackend implements StateBackend {
    /** Its name. */
    public static final String NAME = LawfulStore.PREFIX + "heap";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyedStore open(StateSpec spec) throws Exception {
        return LawfulStore.open(NAME, spec);
    }
}
