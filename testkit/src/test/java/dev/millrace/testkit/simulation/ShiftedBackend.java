package dev.millrace.testkit.simulation;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.state.naive.NaiveStateBackend;
import java.io.IOException;
import java.util.List;

/** A faulty store: what it restores of a key group it takes for that of another. */
public final class ShiftedBackend implements StateBackend {
    static final String NAME = "shifted";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public KeyedStore open(StateSpec spec) throws Exception {
        List<StoredKeyGroups> shifted =
                spec.restored().stream().<StoredKeyGroups>map(Shifted::new).toList();
        return new NaiveStateBackend()
                .open(new StateSpec(
                        spec.operator(),
                        spec.keyGroups(),
                        spec.maxParallelism(),
                        spec.types(),
                        spec.memory(),
                        shifted));
    }

    private record Shifted(StoredKeyGroups sound) implements StoredKeyGroups {
        @Override
        public KeyGroupRange keyGroups() {
            return sound.keyGroups();
        }

        @Override
        public DataInputView header() throws IOException {
            return sound.header();
        }

        @Override
        public DataInputView group(int keyGroup) throws IOException {
            int other = keyGroup ^ 1;
            return sound.group(sound.keyGroups().contains(other) ? other : keyGroup);
        }
    }
}
