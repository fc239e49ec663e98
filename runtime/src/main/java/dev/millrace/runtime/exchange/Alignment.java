package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Barrier;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * Aligns the barriers of the lanes of a gate: a lane that has delivered the barrier is held until all open lanes have. A
 * higher barrier means that the one before was aborted. Owned by the task's thread.
 */
final class Alignment {
    /** What {@link #current} is while nothing is being aligned. */
    static final long NONE = -1;

    private final BitSet open = new BitSet();
    private final BitSet held = new BitSet();
    private final TreeSet<Long> aborted = new TreeSet<>();
    private long current = NONE;
    private long timestampMillis;
    private long passed = NONE;

    Alignment(int lanes) {
        open.set(0, lanes);
    }

    /** Barriers of this lane are not waited for. */
    void leaveOut(int lane) {
        open.clear(lane);
    }

    boolean isHeld(int lane) {
        return held.get(lane);
    }

    long current() {
        return current;
    }

    /** How many lanes have yet to deliver the barrier that is being aligned. */
    int missing() {
        return current == NONE ? 0 : open.cardinality() - held.cardinality();
    }

    /** When the checkpoint that was aligned last had been triggered. */
    long timestampMillis() {
        return timestampMillis;
    }

    /** A lane delivers a barrier. Answers the id of the checkpoint that is aligned now, or {@link #NONE}. */
    long onBarrier(int lane, Barrier barrier) {
        long checkpointId = barrier.checkpointId();
        if (checkpointId <= passed || checkpointId < current || aborted.contains(checkpointId)) {
            return NONE;
        }
        if (checkpointId > current) {
            held.clear();
            current = checkpointId;
            timestampMillis = barrier.timestampMillis();
        }
        held.set(lane);
        return release();
    }

    /** A lane delivers nothing any more. Answers the id of the checkpoint that is aligned now, or {@link #NONE}. */
    long onClosed(int lane) {
        open.clear(lane);
        held.clear(lane);
        return release();
    }

    private long release() {
        if (current == NONE || held.isEmpty() || held.cardinality() < open.cardinality()) {
            if (held.isEmpty()) {
                current = NONE;
            }
            return NONE;
        }
        long aligned = current;
        pass(aligned);
        return aligned;
    }

    private void pass(long checkpointId) {
        passed = checkpointId;
        current = NONE;
        held.clear();
        aborted.headSet(checkpointId, true).clear();
    }

    /** A checkpoint will never complete: lanes held for it go on. */
    void abort(long checkpointId) {
        if (checkpointId <= passed) {
            return;
        }
        if (checkpointId == current) {
            pass(checkpointId);
        } else {
            aborted.add(checkpointId);
        }
    }

    /** Whether a lane may still deliver something. */
    boolean isOpen() {
        return !open.isEmpty();
    }
}
