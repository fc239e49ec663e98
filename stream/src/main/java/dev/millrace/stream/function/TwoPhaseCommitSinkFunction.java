package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.type.TypeSerializer;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A sink that writes in transactions of another system, one for each checkpoint: with the checkpoint's barrier a transaction
 * is made ready, when the checkpoint is complete it is committed. After a failure those of complete checkpoints are
 * committed again, so {@link #commit} has to bear to be called twice, and the one that was open is given up.
 *
 * @param <IN> the records
 * @param <TXN> what names a transaction; it lies in checkpoints
 * @param <CONTEXT> what an instance keeps for all its transactions
 */
@ModelApi
public abstract class TwoPhaseCommitSinkFunction<IN, TXN, CONTEXT> extends RichSinkFunction<IN>
        implements CheckpointedFunction, CheckpointListener {

    private static final long serialVersionUID = 1;

    /** What a checkpoint keeps of an instance: the open transaction, those that wait for their commit, and the context. */
    private record Kept(Object open, List<Object> ready, Object context) {}

    /** The context of this instance; set by {@link #initializeUserContext}. */
    protected transient Optional<CONTEXT> userContext;

    private transient ListState<Kept> kept;
    private transient SortedMap<Long, TXN> ready;
    private transient TXN open;

    /** Serializers are accepted; values are written by their class. */
    protected TwoPhaseCommitSinkFunction(
            TypeSerializer<TXN> transactionSerializer, TypeSerializer<CONTEXT> contextSerializer) {}

    /** Writes a record in a transaction. */
    protected abstract void invoke(TXN transaction, IN value, Context context) throws Exception;

    /** A new transaction. */
    protected abstract TXN beginTransaction() throws Exception;

    /** Makes a transaction durable but not visible; nothing is written in it any more. */
    protected abstract void preCommit(TXN transaction) throws Exception;

    /** Makes a transaction visible; one that is visible already stays as it is. */
    protected abstract void commit(TXN transaction);

    /** Gives a transaction up. */
    protected abstract void abort(TXN transaction);

    /** Commits a transaction of before a failure. */
    protected void recoverAndCommit(TXN transaction) {
        commit(transaction);
    }

    /** Gives up a transaction of before a failure. */
    protected void recoverAndAbort(TXN transaction) {
        abort(transaction);
    }

    /** The context of an instance that begins; after a failure it has that of the checkpoint instead. */
    protected Optional<CONTEXT> initializeUserContext() {
        return Optional.empty();
    }

    /** Called after a failure, when the transactions of a context have been committed or given up. */
    protected void finishRecoveringContext(Collection<TXN> handledTransactions) {}

    /** Called at the end of bounded input with the open transaction. */
    protected void finishProcessing(TXN transaction) {}

    protected Optional<CONTEXT> getUserContext() {
        return userContext;
    }

    /** The transaction in which records are written now. */
    protected TXN currentTransaction() {
        return open;
    }

    /** The transactions that wait for their commit, by checkpoint. */
    protected Stream<Map.Entry<Long, TXN>> pendingTransactions() {
        return ready.entrySet().stream().map(entry -> new SimpleImmutableEntry<>(entry.getKey(), entry.getValue()));
    }

    /** Accepted: how long a transaction may last is the other system's to say. */
    protected TwoPhaseCommitSinkFunction<IN, TXN, CONTEXT> setTransactionTimeout(long millis) {
        return this;
    }

    /** Accepted; see {@link #setTransactionTimeout}. */
    protected TwoPhaseCommitSinkFunction<IN, TXN, CONTEXT> ignoreFailuresAfterTransactionTimeout() {
        return this;
    }

    /** Accepted; see {@link #setTransactionTimeout}. */
    protected TwoPhaseCommitSinkFunction<IN, TXN, CONTEXT> enableTransactionTimeoutWarnings(double ratio) {
        return this;
    }

    @Override
    public final void invoke(IN value) {
        throw new UnsupportedOperationException("records are written in transactions");
    }

    @Override
    public final void invoke(IN value, Context context) throws Exception {
        invoke(open, value, context);
    }

    @Override
    public final void finish() throws Exception {
        finishProcessing(open);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("transactions", Kept.class));
        ready = new TreeMap<>();
        userContext = null;
        for (Kept before : kept.get()) {
            recover(before);
        }
        if (userContext == null) {
            userContext = initializeUserContext();
        }
        open = beginTransaction();
    }

    @SuppressWarnings("unchecked") // what a checkpoint keeps was taken from fields of these types
    private void recover(Kept before) {
        userContext = Optional.ofNullable((CONTEXT) before.context());
        List<TXN> handled = new ArrayList<>();
        for (Object transaction : before.ready()) {
            recoverAndCommit((TXN) transaction);
            handled.add((TXN) transaction);
        }
        recoverAndAbort((TXN) before.open());
        handled.add((TXN) before.open());
        if (userContext.isPresent()) {
            finishRecoveringContext(handled);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        preCommit(open);
        ready.put(context.getCheckpointId(), open);
        open = beginTransaction();
        kept.update(List.of(new Kept(open, List.copyOf(ready.values()), userContext.orElse(null))));
    }

    @Override
    public final void notifyCheckpointComplete(long checkpointId) {
        Iterator<TXN> complete = ready.headMap(checkpointId + 1).values().iterator();
        while (complete.hasNext()) {
            commit(complete.next());
            complete.remove();
        }
    }

    @Override
    public final void notifyCheckpointAborted(long checkpointId) {}

    @Override
    public void close() throws Exception {
        if (open != null) {
            abort(open);
            open = null;
        }
    }
}
