package dev.millrace.stream.sink;

import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sink has prepared and not yet committed, by checkpoint. Committables stay, and stand in every snapshot, until
 * their commit has succeeded; those restored belong to a durable checkpoint and are committed again.
 */
final class Committables<C> {

    private static final Logger LOG = LoggerFactory.getLogger(Committables.class);
    private static final String STATE = "committables";

    private final Committer<C> committer;
    private final SimpleVersionedSerializer<C> serializer;
    private final SortedMap<Long, List<Request<C>>> waiting = new TreeMap<>();
    private List<Request<C>> atEnd = List.of();

    Committables(Committer<C> committer, SimpleVersionedSerializer<C> serializer) {
        this.committer = committer;
        this.serializer = serializer;
    }

    static List<StoredBytes> restored(SnapshotReader reader) throws IOException {
        return reader.items(STATE);
    }

    /** Takes back what a durable checkpoint held; it is due at once. */
    void restore(List<StoredBytes> stored) throws IOException {
        List<Request<C>> requests = new ArrayList<>();
        for (StoredBytes item : stored) {
            requests.add(new Request<>(item.value(serializer)));
        }
        waiting.put(Long.MIN_VALUE, requests);
    }

    /** Takes what belongs to a checkpoint that is about to be taken. */
    void prepared(long checkpointId, Collection<C> committables) {
        List<Request<C>> requests = waiting.computeIfAbsent(checkpointId, id -> new ArrayList<>());
        requests.addAll(atEnd);
        atEnd = List.of();
        committables.forEach(committable -> requests.add(new Request<>(committable)));
    }

    /** Takes the last of all; it belongs to the next checkpoint, if there is one. */
    void preparedAtEnd(Collection<C> committables) {
        atEnd = new ArrayList<>();
        committables.forEach(committable -> atEnd.add(new Request<>(committable)));
    }

    void snapshot(SnapshotWriter writer) throws IOException {
        List<StoredBytes> stored = new ArrayList<>();
        for (Map.Entry<Long, List<Request<C>>> entry : waiting.entrySet()) {
            for (Request<C> request : entry.getValue()) {
                stored.add(StoredBytes.of(entry.getKey(), request.committable, serializer));
            }
        }
        writer.list(STATE, stored);
    }

    /**
     * Commits what belongs to a durable checkpoint and those before it.
     *
     * @return false when some of it asked to be tried again
     */
    boolean commitUpTo(long checkpointId) throws Exception {
        List<Request<C>> due = new ArrayList<>();
        Iterator<Map.Entry<Long, List<Request<C>>>> entries = waiting.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Long, List<Request<C>>> entry = entries.next();
            if (entry.getKey() <= checkpointId) {
                due.addAll(entry.getValue());
                entries.remove();
            }
        }
        if (due.isEmpty()) {
            return true;
        }
        committer.commit(List.copyOf(due));
        List<Request<C>> again = new ArrayList<>();
        for (Request<C> request : due) {
            if (request.outcome == Outcome.FAILED) {
                throw new IOException("a commit failed: " + request.committable, request.reason);
            }
            if (request.outcome == Outcome.GIVEN_UP) {
                LOG.warn("gave up committing {}", request.committable, request.reason);
            }
            if (request.outcome == Outcome.LATER) {
                again.add(request.next());
            }
        }
        if (!again.isEmpty()) {
            waiting.computeIfAbsent(checkpointId, id -> new ArrayList<>()).addAll(again);
        }
        return again.isEmpty();
    }

    void close() throws Exception {
        committer.close();
    }

    /** How one commit ended. */
    private enum Outcome {
        COMMITTED,
        LATER,
        GIVEN_UP,
        FAILED
    }

    private static final class Request<C> implements Committer.CommitRequest<C> {

        private C committable;
        private int retries;
        private Outcome outcome = Outcome.COMMITTED;
        private Throwable reason;

        Request(C committable) {
            this.committable = committable;
        }

        Request<C> next() {
            Request<C> next = new Request<>(committable);
            next.retries = retries + 1;
            return next;
        }

        @Override
        public C getCommittable() {
            return committable;
        }

        @Override
        public int getNumberOfRetries() {
            return retries;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable t) {
            outcome = Outcome.GIVEN_UP;
            reason = t;
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable t) {
            outcome = Outcome.FAILED;
            reason = t;
        }

        @Override
        public void retryLater() {
            outcome = Outcome.LATER;
        }

        @Override
        public void updateAndRetryLater(C newCommittable) {
            committable = newCommittable;
            outcome = Outcome.LATER;
        }

        @Override
        public void signalAlreadyCommitted() {
            outcome = Outcome.COMMITTED;
        }
    }
}
