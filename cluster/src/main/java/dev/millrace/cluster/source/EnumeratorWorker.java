package dev.millrace.cluster.source;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.cluster.protocol.SerialExecutor;
import dev.millrace.core.connector.ReaderInfo;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.runtime.SplitBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Runs the enumerator of one source beside the node's thread: one call at a time, in order. What the enumerator says, and
 * what becomes of its calls, goes to the coordinator on the node's thread. Its methods are called on any thread; all fields
 * belong to the serial executor; what it last said of its splits is read by all.
 */
final class EnumeratorWorker<SplitT extends SourceSplit, CheckpointT> {

    private final SourceCoordinator coordinator;
    private final NodeContext node;
    private final ClassLoader userClasses;
    private final Executor serial;
    private final EnumeratorContext<SplitT> context;
    private final Assignments assignments = new Assignments();
    private final Map<Integer, Integer> attempts = new LinkedHashMap<>();
    private Source<?, SplitT, CheckpointT> source;
    private SplitEnumerator<SplitT, CheckpointT> enumerator;
    private volatile long unassigned = -1;
    private volatile long unassignedMost = -1;
    private long epoch;
    private boolean dead;

    /** Something to do on the worker. */
    interface Action {
        void run() throws Exception;
    }

    EnumeratorWorker(
            SourceCoordinator coordinator, NodeContext node, String name, ClassLoader userClasses, int parallelism) {
        this.coordinator = coordinator;
        this.node = node;
        this.userClasses = userClasses;
        this.serial = new SerialExecutor(node.background());
        this.context = new EnumeratorContext<>(this, MetricTree.root(name), node.clock(), parallelism);
    }

    /** Runs something after all that was asked for before; what it throws fails the enumerator. */
    void execute(Action action) {
        serial.execute(() -> {
            if (dead) {
                return;
            }
            Thread thread = Thread.currentThread();
            ClassLoader outer = thread.getContextClassLoader();
            thread.setContextClassLoader(userClasses);
            try {
                action.run();
                look();
            } catch (Throwable thrown) {
                die();
                node.thread().execute(() -> coordinator.failed(thrown));
            } finally {
                thread.setContextClassLoader(outer);
            }
        });
    }

    private void look() {
        if (enumerator != null) {
            unassigned = enumerator.unassigned();
            unassignedMost = Math.max(unassignedMost, unassigned);
        }
    }

    long unassigned() {
        return unassigned;
    }

    long unassignedMost() {
        return unassignedMost;
    }

    /**
     * Makes the enumerator and starts it.
     *
     * @param sourceBytes the source as {@link JavaBytes}
     * @param checkpoint the checkpoint to go on from, 0 for none
     * @param state the enumerator's state in it, null for none
     */
    void start(byte[] sourceBytes, long checkpoint, byte[] state) {
        execute(() -> {
            @SuppressWarnings("unchecked") // the coordinator made the bytes of such a source
            Source<?, SplitT, CheckpointT> copy = JavaBytes.read(sourceBytes, Source.class, userClasses);
            source = copy;
            epoch = checkpoint;
            enumerator = state == null
                    ? source.createEnumerator(context)
                    : source.restoreEnumerator(
                            context, SplitBytes.read(source.getEnumeratorCheckpointSerializer(), state));
            Objects.requireNonNull(
                    enumerator, () -> "the source " + source.getClass().getName() + " answered null as its enumerator");
            enumerator.start();
        });
    }

    void register(int subtask, int attempt, String host) {
        execute(() -> {
            attempts.put(subtask, attempt);
            context.registered(new ReaderInfo(subtask, host));
            enumerator.addReader(subtask);
        });
    }

    void request(int subtask, int attempt, String host) {
        execute(() -> {
            if (isCurrent(subtask, attempt)) {
                enumerator.handleSplitRequest(subtask, host);
            }
        });
    }

    void event(int subtask, int attempt, byte[] event) {
        execute(() -> {
            if (isCurrent(subtask, attempt)) {
                enumerator.handleSourceEvent(subtask, JavaBytes.read(event, SourceEvent.class, userClasses));
            }
        });
    }

    private boolean isCurrent(int subtask, int attempt) {
        return attempts.getOrDefault(subtask, -1) == attempt;
    }

    /** A reader is gone; its next attempt is restored from a checkpoint, 0 for none. */
    void reset(int subtask, long checkpoint) {
        execute(() -> {
            attempts.remove(subtask);
            context.unregistered(subtask);
            List<SplitT> back = new ArrayList<>();
            for (byte[] split : assignments.takeBack(subtask, checkpoint)) {
                back.add(SplitBytes.read(source.getSplitSerializer(), split));
            }
            if (!back.isEmpty()) {
                enumerator.addSplitsBack(back, subtask);
            }
        });
    }

    /** Writes the enumerator's state; what it assigns afterwards belongs to the next epoch. */
    void snapshot(long checkpoint) {
        execute(() -> {
            try {
                byte[] state = SplitBytes.write(
                        source.getEnumeratorCheckpointSerializer(), enumerator.snapshotState(checkpoint));
                node.thread().execute(() -> coordinator.snapshotDone(checkpoint, state));
            } catch (Exception thrown) {
                node.thread().execute(() -> coordinator.snapshotFailed(checkpoint, thrown));
            }
            epoch = checkpoint;
        });
    }

    void completed(long checkpoint) {
        execute(() -> {
            assignments.completed(checkpoint);
            enumerator.notifyCheckpointComplete(checkpoint);
        });
    }

    void aborted(long checkpoint) {
        execute(() -> enumerator.notifyCheckpointAborted(checkpoint));
    }

    void close() {
        serial.execute(this::die);
    }

    private void die() {
        if (!dead) {
            dead = true;
            try {
                if (enumerator != null) {
                    enumerator.close();
                }
            } catch (IOException | RuntimeException e) {
                node.thread().execute(() -> coordinator.closeFailed(e));
            }
        }
    }

    // ---- what the enumerator says, on the worker

    void assign(int subtask, List<SplitT> splits) {
        List<byte[]> encoded = new ArrayList<>();
        for (SplitT split : splits) {
            try {
                encoded.add(SplitBytes.write(source.getSplitSerializer(), split));
            } catch (IOException e) {
                throw new UncheckedIOException("split '" + split.splitId() + "' cannot be serialized", e);
            }
        }
        assignments.add(subtask, epoch, encoded);
        say(subtask, new ToReader.Splits(encoded));
    }

    void noMoreSplits(int subtask) {
        say(subtask, new ToReader.NoMore());
    }

    void sendEvent(int subtask, SourceEvent event) {
        try {
            say(subtask, new ToReader.Event(JavaBytes.write(event)));
        } catch (IOException e) {
            throw new UncheckedIOException("event " + event.getClass().getName() + " cannot be serialized", e);
        }
    }

    private void say(int subtask, ToReader words) {
        int attempt = attempts.get(subtask);
        long said = epoch;
        node.thread().execute(() -> coordinator.said(subtask, attempt, said, words));
    }

    /** Runs something beside the worker and hands the outcome to a handler on the worker. */
    <T> void callBeside(Callable<T> callable, BiConsumer<T, Throwable> handler, Runnable afterwards) {
        node.background().execute(() -> {
            T result = null;
            Throwable failure = null;
            try {
                result = callable.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
            T found = result;
            Throwable thrown = failure;
            execute(() -> {
                handler.accept(found, thrown);
                afterwards.run();
            });
        });
    }

    void wakeAfter(long delayMillis, Runnable action) {
        node.thread().execute(() -> coordinator.wakeAfter(delayMillis, action));
    }
}
