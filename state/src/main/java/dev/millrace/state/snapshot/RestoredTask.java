package dev.millrace.state.snapshot;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.state.snapshot.TaskRestore.OperatorRestore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task starts from, opened. Stores read their key groups while they are opened; afterwards this is closed. Readers of
 * lists stay good after that.
 */
public final class RestoredTask implements AutoCloseable {

    private final PartFiles files;
    private final Map<String, List<StoredKeyGroups>> keyed = new TreeMap<>();
    private final Map<String, SnapshotReader> lists = new TreeMap<>();

    private RestoredTask(PartFiles files) {
        this.files = files;
    }

    static RestoredTask open(TaskRestore restore, PartFiles files, TypeSystem types) throws IOException {
        RestoredTask opened = new RestoredTask(files);
        try {
            for (OperatorRestore operator : restore.operators()) {
                opened.add(operator, restore, types);
            }
            return opened;
        } catch (IOException | RuntimeException failure) {
            files.close();
            throw failure;
        }
    }

    private void add(OperatorRestore operator, TaskRestore restore, TypeSystem types) throws IOException {
        List<StoredKeyGroups> groups = new ArrayList<>();
        OperatorListsReader reader = new OperatorListsReader(
                restore.checkpointId(),
                new OperatorListsReader.Deal(restore.instance(), restore.parallelism(), operator.own()));
        for (TaskRestore.Part part : operator.parts()) {
            if (part.keyGroups() != null) {
                groups.add(new StoredPart(operator.operator(), part));
            }
            reader.add(
                    part.lists() ? files.get(part).section(operator.operator(), SectionKind.LISTS, -1) : null, types);
        }
        keyed.put(operator.operator(), groups);
        if (!operator.parts().isEmpty()) {
            lists.put(operator.operator(), reader);
        }
    }

    /** The stored key groups of an operator; empty when there are none. */
    public List<StoredKeyGroups> keyed(String operator) {
        return keyed.getOrDefault(operator, List.of());
    }

    /** The lists of an operator, or null when the checkpoint holds nothing of it. */
    public SnapshotReader lists(String operator) {
        return lists.get(operator);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private final class StoredPart implements StoredKeyGroups {

        private final String operator;
        private final TaskRestore.Part part;

        StoredPart(String operator, TaskRestore.Part part) {
            this.operator = operator;
            this.part = part;
        }

        @Override
        public KeyGroupRange keyGroups() {
            return part.keyGroups();
        }

        @Override
        public DataInputView header() throws IOException {
            return files.get(part).section(operator, SectionKind.KEYED_HEADER, -1);
        }

        @Override
        public DataInputView group(int keyGroup) throws IOException {
            return files.get(part).section(operator, SectionKind.KEY_GROUP, keyGroup);
        }
    }
}
