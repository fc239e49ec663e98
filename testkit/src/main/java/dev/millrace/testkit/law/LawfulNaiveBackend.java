package dev.millrace.testkit.law;

import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;

/** The store called {@code naive} with an eye on its snapshots. Only for code that a simulation runs. */
public final class LawfulNaiveBackend implements StateBackend {
    /** Its name. */
    public static final String NAME = LawfulStore.PREFIX + "naive";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyedStore open(StateSpec spec) throws Exception {
        return LawfulStore.open(NAME, spec);
    }
}
