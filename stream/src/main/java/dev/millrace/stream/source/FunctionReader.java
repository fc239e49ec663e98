package dev.millrace.stream.source;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.StatefulReader;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.stream.operator.UserFunction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a source function beside its task and emits what it hands over.
 *
 * <p>A snapshot is taken while the checkpoint lock is held for the task: the function's state is then that of exactly the
 * records handed over so far, and those of them that have not been emitted are part of the snapshot.
 */
@SuppressWarnings("try") // closing waits for user code and may be interrupted
final class FunctionReader<T> implements StatefulReader<T, NoSplit> {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionReader.class);

    private static final String HANDED_OVER = "handed-over";

    /** How often a cancelled function is interrupted before its task leaves it behind, and how far apart. */
    private static final int INTERRUPTS_MAX = 100;

    private static final long INTERRUPT_MILLIS = 100;

    private final SourceFunction<T> function;
    private final OperatorContext task;
    private final Executor waiting;
    private final UserFunction life;
    private final Handover handover = new Handover();
    private final LockHolder holder;
    private final FunctionThread<T> thread;
    private boolean running;

    FunctionReader(SourceFunction<T> function, OperatorContext task, Executor waiting) {
        this.function = function;
        this.task = task;
        this.waiting = waiting;
        this.life = new UserFunction(function);
        Object lock = new Object();
        this.holder = new LockHolder(lock, waiting, () -> task.mailbox().execute(() -> {}));
        FunctionContext<T> context = new FunctionContext<>(lock, holder, handover, task.types());
        this.thread = new FunctionThread<>(function, context, task, handover);
    }

    @Override
    public void restore(SnapshotReader reader) throws Exception {
        life.restore(reader);
        handover.restore(reader.items(HANDED_OVER));
    }

    @Override
    public void start() {
        try {
            life.open(task);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the source function could not be opened: " + e.getMessage(), e);
        }
        waiting.execute(thread);
        running = true;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        List<Handover.Item> taken = handover.take(output.recordsWanted());
        for (Handover.Item item : taken) {
            Handover.emit(item, output);
        }
        if (!taken.isEmpty()) {
            return InputStatus.MORE_AVAILABLE;
        }
        if (handover.isOver()) {
            running = false;
            return InputStatus.END_OF_INPUT;
        }
        return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return handover.available();
    }

    @Override
    public boolean isReadyForSnapshot(long checkpointId) {
        return holder.isHeld();
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        try {
            life.snapshot(checkpointId, writer);
            writer.list(HANDED_OVER, handover.waiting());
        } finally {
            holder.release();
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        life.onComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        holder.release();
        life.onAborted(checkpointId);
    }

    @Override
    public List<NoSplit> snapshotState(long checkpointId) {
        return List.of();
    }

    @Override
    public void addSplits(List<NoSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() throws Exception {
        holder.release();
        handover.close();
        try {
            if (running) {
                running = false;
                function.cancel();
                awaitEnd();
            }
        } finally {
            life.close();
        }
    }

    private void awaitEnd() throws InterruptedException {
        for (int interrupts = 0; interrupts < INTERRUPTS_MAX; interrupts++) {
            thread.interrupt();
            if (handover.awaitEnd(INTERRUPT_MILLIS)) {
                return;
            }
        }
        LOG.warn(
                "The source function of '{}' was cancelled and interrupted {} times and still runs; make run() return",
                task.name(),
                INTERRUPTS_MAX);
    }
}
