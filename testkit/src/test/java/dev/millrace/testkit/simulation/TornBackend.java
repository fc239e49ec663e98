package dev.millrace.testkit.simulation;

import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import dev.millrace.state.heap.HeapStateBackend;
import java.io.IOException;

/** A faulty store: values are written as they have become when the background gets to them. */
public final class TornBackend implements StateBackend {
    static final String NAME = "torn";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyedStore open(StateSpec spec) throws Exception {
        return new Torn(new HeapStateBackend().open(spec));
    }

    private record Torn(KeyedStore sound) implements KeyedStore {
        @Override
        public KeyedState state() {
            return sound.state();
        }

        @Override
        public long rows() {
            return sound.rows();
        }

        @Override
        public TimerTable timers(Timer.Domain domain) {
            return sound.timers(domain);
        }

        @Override
        public void forget(Object key) {
            sound.forget(key);
        }

        @Override
        public FrozenState freeze(long checkpointId) {
            return new FrozenState() {
                @Override
                public void writeTo(Sections sections) throws IOException {
                    try (FrozenState late = sound.freeze(checkpointId)) {
                        late.writeTo(sections);
                    }
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {
            sound.close();
        }
    }
}
