package dev.millrace.stream.operator;

import dev.millrace.core.function.OpenContext;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.rich.RichFunction;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.KeyedStateStore;
import dev.millrace.core.state.ListCheckpointed;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.OperatorStateStore;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The life of a user function inside an operator: state, opening, snapshots, closing. */
public final class UserFunction {

    /** The name of the list of a {@link ListCheckpointed} function. */
    private static final String LIST = "list-checkpointed";

    private final Object function;
    private final OperatorLists lists = new OperatorLists();
    private boolean opened;
    private boolean isFirst;

    public UserFunction(Object function) {
        this.function = function;
    }

    /** Takes the restored state; called before {@link #open}, and only when there is something to restore. */
    public void restore(SnapshotReader reader) throws IOException {
        lists.restore(reader);
    }

    /** Gives the function its context and state, and opens it. */
    public void open(OperatorContext context) throws Exception {
        TaskRuntimeContext runtime = new TaskRuntimeContext(context);
        opened = true;
        isFirst = context.task().index() == 0;
        if (function instanceof RichFunction rich) {
            rich.setRuntimeContext(runtime);
        }
        if (function instanceof CheckpointedFunction checkpointed) {
            checkpointed.initializeState(new Initialization(lists, runtime, context.restoredCheckpoint()));
        }
        if (function instanceof ListCheckpointed<?> older) {
            restoreList(older, context.restoredCheckpoint());
        }
        if (function instanceof RichFunction rich) {
            rich.open(OpenContext.DEFAULT);
        }
    }

    /** A map that is the same in every instance; part of the function's state. */
    public <K, V> BroadcastState<K, V> broadcastState(MapStateDescriptor<K, V> descriptor) {
        return lists.getBroadcastState(descriptor);
    }

    /** Lets the function bring its operator state up to date and writes it. */
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        if (function instanceof CheckpointedFunction checkpointed) {
            checkpointed.snapshotState(new SnapshotContext(checkpointId, writer.checkpointTimestamp()));
        }
        if (function instanceof ListCheckpointed<?> older) {
            list().update(List.copyOf(older.snapshotState(checkpointId, writer.checkpointTimestamp())));
        }
        lists.writeTo(writer, isFirst);
    }

    private ListState<Object> list() {
        return lists.getListState(new ListStateDescriptor<>(LIST));
    }

    @SuppressWarnings("unchecked") // the list was written by the same function
    private <T extends Serializable> void restoreList(ListCheckpointed<T> older, OptionalLong restored)
            throws Exception {
        List<T> items = new ArrayList<>();
        list().get().forEach(item -> items.add((T) item));
        if (restored.isPresent()) {
            older.restoreState(items);
        }
    }

    public void onComplete(long checkpointId) throws Exception {
        if (function instanceof CheckpointListener listener) {
            listener.notifyCheckpointComplete(checkpointId);
        }
    }

    public void onAborted(long checkpointId) throws Exception {
        if (function instanceof CheckpointListener listener) {
            listener.notifyCheckpointAborted(checkpointId);
        }
    }

    /** Closes the function if its opening had begun. */
    public void close() throws Exception {
        if (opened && function instanceof RichFunction rich) {
            opened = false;
            rich.close();
        }
    }

    private record SnapshotContext(long checkpointId, long timestampMillis) implements FunctionSnapshotContext {

        @Override
        public long getCheckpointId() {
            return checkpointId;
        }

        @Override
        public long getCheckpointTimestamp() {
            return timestampMillis;
        }
    }

    private record Initialization(OperatorLists lists, TaskRuntimeContext runtime, OptionalLong restored)
            implements FunctionInitializationContext {

        @Override
        public OptionalLong getRestoredCheckpointId() {
            return restored;
        }

        @Override
        public OperatorStateStore getOperatorStateStore() {
            return lists;
        }

        @Override
        public KeyedStateStore getKeyedStateStore() {
            return runtime;
        }
    }
}
