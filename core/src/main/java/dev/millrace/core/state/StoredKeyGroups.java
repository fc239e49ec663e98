package dev.millrace.core.state;

import dev.millrace.core.memory.DataInputView;
import java.io.IOException;

/** Key groups of one operator instance in a snapshot. */
public interface StoredKeyGroups {

    KeyGroupRange keyGroups();

    /** What the store wrote ahead of all groups (names, kinds and schemas of its states). */
    DataInputView header() throws IOException;

    /** What the store wrote for a group, or null when the group was empty. */
    DataInputView group(int keyGroup) throws IOException;
}
