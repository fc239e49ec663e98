package dev.millrace.stream.async;

import java.util.Collection;

/** A record that waits for its answer, or for its turn to go on. Owned by the task's thread. */
final class Request<I, O> {

    private final I value;
    private final long timestamp;
    private final long deadlineMillis;
    private int attempts;
    private boolean timedOut;
    private Collection<O> results;

    Request(I value, long timestamp, long deadlineMillis) {
        this.value = value;
        this.timestamp = timestamp;
        this.deadlineMillis = deadlineMillis;
    }

    I value() {
        return value;
    }

    long timestamp() {
        return timestamp;
    }

    /** When its time is over, milliseconds since the epoch. */
    long deadlineMillis() {
        return deadlineMillis;
    }

    /** It is sent, or sent again; answers how often it has been. */
    int sent() {
        return ++attempts;
    }

    int attempts() {
        return attempts;
    }

    boolean isTimedOut() {
        return timedOut;
    }

    void timedOut() {
        timedOut = true;
    }

    boolean isDone() {
        return results != null;
    }

    void done(Collection<O> itsResults) {
        results = itsResults;
    }

    Collection<O> results() {
        return results;
    }
}
