package dev.millrace.state.snapshot;

import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import java.io.IOException;

/** A frozen state whose sections say where they come from. */
record CannedState(String label, KeyGroupRange range) implements FrozenState {

    @Override
    public void writeTo(Sections sections) throws IOException {
        sections.header().writeText(label + " header");
        for (int group = range.first(); group <= range.last(); group++) {
            if (group % 3 != 1) {
                sections.group(group).writeText(text(label, group));
            }
        }
    }

    static String text(String label, int group) {
        return label + " group " + group;
    }

    @Override
    public void close() {}
}
