package dev.millrace.state.heap;

import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import java.io.IOException;

/** Keeps keyed state on the heap, in typed tables whose pages are copied on write while a snapshot is being written. */
public final class HeapStateBackend implements StateBackend {

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public KeyedStore open(StateSpec spec) throws IOException {
        return new HeapStore(spec);
    }
}
