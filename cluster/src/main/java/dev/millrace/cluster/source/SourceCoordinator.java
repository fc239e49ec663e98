package dev.millrace.cluster.source;

import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.NodeContext;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.runtime.TaskId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the enumerator of one source to its readers. Between an enumerator's snapshot and the moment when the readers have
 * been told of the checkpoint, what the enumerator says is kept back, so that a split is either in its state or in a
 * reader's, never in both. Owned by the node's thread.
 */
public final class SourceCoordinator {

    private static final Logger LOG = LoggerFactory.getLogger(SourceCoordinator.class);

    private final SourceNode source;
    private final byte[] sourceBytes;
    private final SourceJob job;
    private final NodeContext node;
    private final EnumeratorWorker<?, ?> worker;
    private final Map<Integer, Reader> readers = new LinkedHashMap<>();
    private final List<Runnable> keptBack = new ArrayList<>();
    private final List<Wake> wakes = new ArrayList<>();
    private long awaitedSnapshot;
    private boolean keepingBack;
    private boolean closed;

    /** The attempt of a reader that runs, and how much was said to it. */
    private static final class Reader {
        final TaskId task;
        long said;

        Reader(TaskId task) {
            this.task = task;
        }
    }

    /** Something to do at a time. */
    private record Wake(long dueMillis, Runnable action) {}

    public SourceCoordinator(Vertex vertex, ClassLoader userClasses, SourceJob job, NodeContext node)
            throws IOException {
        this.source = vertex.source();
        this.sourceBytes = JavaBytes.write(source.source());
        this.job = job;
        this.node = node;
        this.worker = new EnumeratorWorker<>(this, node, source.name(), userClasses, vertex.parallelism());
    }

    /**
     * Makes the enumerator and starts it.
     *
     * @param checkpoint the checkpoint to go on from, 0 for none
     * @param state the enumerator's state in it, null for none
     */
    public void start(long checkpoint, byte[] state) {
        worker.start(sourceBytes, checkpoint, state);
    }

    public void onTick(long nowMillis) {
        List<Wake> due =
                wakes.stream().filter(wake -> wake.dueMillis <= nowMillis).toList();
        wakes.removeAll(due);
        due.forEach(wake -> wake.action.run());
    }

    /** A reader runs. */
    public void readerRegistered(TaskId task, String host) {
        readers.put(task.instance(), new Reader(task));
        worker.register(task.instance(), task.attempt(), host);
    }

    public void splitRequested(TaskId task, String host) {
        worker.request(task.instance(), task.attempt(), host);
    }

    public void readerEvent(TaskId task, byte[] event) {
        worker.event(task.instance(), task.attempt(), event);
    }

    /** A reader is gone; its next attempt is restored from a checkpoint, 0 for none. */
    public void readerReset(int subtask, long checkpoint) {
        readers.remove(subtask);
        worker.reset(subtask, checkpoint);
    }

    /** How many orders the attempt of a reader that runs was given. */
    public long said(int subtask) {
        Reader reader = readers.get(subtask);
        return reader == null ? 0 : reader.said;
    }

    /** How much the splits hold that are not assigned, as it was after the enumerator's last call; -1 when it cannot tell. */
    public long unassigned() {
        return worker.unassigned();
    }

    /** The most that {@link #unassigned} has been. */
    public long unassignedMost() {
        return worker.unassignedMost();
    }

    /** Asks for the enumerator's state; keeps back what it says after it. */
    public void snapshot(long checkpoint) {
        awaitedSnapshot = checkpoint;
        worker.snapshot(checkpoint);
    }

    /** Lets go what was kept back: the readers have been told of the checkpoint, or there will be none. */
    public void release() {
        awaitedSnapshot = 0;
        keepingBack = false;
        List<Runnable> words = List.copyOf(keptBack);
        keptBack.clear();
        words.forEach(Runnable::run);
    }

    public void completed(long checkpoint) {
        worker.completed(checkpoint);
    }

    public void aborted(long checkpoint) {
        worker.aborted(checkpoint);
    }

    public void close() {
        closed = true;
        worker.close();
    }

    // ---- what comes back from the worker, on the node's thread

    void snapshotDone(long checkpoint, byte[] state) {
        if (!closed && checkpoint == awaitedSnapshot) {
            keepingBack = true;
            job.enumeratorSnapshotDone(source.id(), checkpoint, state);
        }
    }

    void snapshotFailed(long checkpoint, Throwable why) {
        if (!closed && checkpoint == awaitedSnapshot) {
            job.enumeratorSnapshotFailed(source.id(), checkpoint, why);
        }
    }

    void failed(Throwable why) {
        if (!closed) {
            job.enumeratorFailed(source.id(), why);
        }
    }

    void closeFailed(Throwable why) {
        LOG.warn("The enumerator of source '{}' did not close: {}", source.name(), why.toString());
    }

    void said(int subtask, int attempt, long epoch, ToReader words) {
        if (keepingBack) {
            keptBack.add(() -> tell(subtask, attempt, epoch, words));
        } else {
            tell(subtask, attempt, epoch, words);
        }
    }

    private void tell(int subtask, int attempt, long epoch, ToReader words) {
        Reader reader = readers.get(subtask);
        if (!closed && reader != null && reader.task.attempt() == attempt) {
            job.tellReader(reader.task, words.numbered(reader.task, epoch, reader.said++));
        }
    }

    void wakeAfter(long delayMillis, Runnable action) {
        if (!closed) {
            wakes.add(new Wake(node.nowMillis() + delayMillis, action));
        }
    }
}
