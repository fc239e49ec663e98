package dev.millrace.runtime.loop;

import dev.millrace.core.element.Batch;
import dev.millrace.runtime.chain.Copies;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * The barriers of the lanes that lead back to a head. What such a lane delivers between the head's own barrier and the
 * lane's is part of the checkpoint; a lane whose barrier comes first is held until the head's. Owned by the task's thread.
 */
final class FeedbackLog {
    private static final long NONE = -1;

    private final int instance;
    private final Copies copies;
    /** The edge of each lane that leads back and is open. */
    private final TreeMap<Integer, Integer> lanes = new TreeMap<>();
    /** The highest barrier of each lane. */
    private final TreeMap<Integer, Long> barriers = new TreeMap<>();

    private final TreeMap<Integer, Batch> seen = new TreeMap<>();
    private final BitSet awaited = new BitSet();
    private long passed = NONE;
    private Feedback records;
    private Waiting waiting;

    /** What goes on when the log of a checkpoint is complete, or when it will never be. */
    interface Waiting {
        void complete(Feedback onTheWay);

        void drop();
    }

    FeedbackLog(int instance, Copies copies) {
        this.instance = instance;
        this.copies = copies;
    }

    void addLane(int lane, int edge) {
        lanes.put(lane, edge);
    }

    boolean isHeld(int lane) {
        return barriers.getOrDefault(lane, NONE) > passed;
    }

    /** Whether a lane is held, so that the head's own barrier is on its way. */
    boolean isAnyHeld() {
        for (long barrier : barriers.values()) {
            if (barrier > passed) {
                return true;
            }
        }
        return false;
    }

    /** The head has passed a barrier; those that come after are not part of its checkpoint. */
    void passed(long checkpointId, Feedback before, Waiting whenComplete) {
        drop();
        passed = checkpointId;
        records = new Feedback();
        records.add(before, 0);
        waiting = whenComplete;
        seen.clear();
        for (int lane : lanes.keySet()) {
            if (barriers.getOrDefault(lane, NONE) < checkpointId) {
                awaited.set(lane);
            }
        }
        completeIfDone();
    }

    /** Rows of a lane are about to be read. */
    void onRows(int lane, Batch batch, int from) {
        if (awaited.get(lane) && seen.put(lane, batch) != batch) {
            records.add(batch, from, instance, lanes.get(lane), copies);
        }
    }

    void onBarrier(int lane, long checkpointId) {
        barriers.put(lane, checkpointId);
        if (checkpointId >= passed) {
            arrived(lane);
        }
    }

    void onClosed(int lane) {
        if (lanes.remove(lane) != null) {
            barriers.remove(lane);
            arrived(lane);
        }
    }

    private void arrived(int lane) {
        awaited.clear(lane);
        completeIfDone();
    }

    private void completeIfDone() {
        if (waiting != null && awaited.isEmpty()) {
            Waiting done = waiting;
            waiting = null;
            done.complete(records);
            records = null;
        }
    }

    /** A checkpoint will never complete. */
    void abort(long checkpointId) {
        if (checkpointId >= passed) {
            drop();
            passed = checkpointId;
        }
    }

    /** Gives up the log under way. */
    void drop() {
        awaited.clear();
        if (waiting != null) {
            Waiting given = waiting;
            waiting = null;
            records = null;
            given.drop();
        }
    }
}
