package dev.millrace.state.naive;

import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import java.io.IOException;

/** Keeps keyed state encoded in a sorted map; slow and simple, for tests. */
public final class NaiveStateBackend implements StateBackend {

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public KeyedStore open(StateSpec spec) throws IOException {
        return new NaiveStore(spec);
    }
}
