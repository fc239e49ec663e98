package dev.millrace.runtime.exchange;

import dev.millrace.core.element.EndOfData;
import java.util.Arrays;

/**
 * Combines the event time of lanes: the lowest watermark of those that are active. Lanes that have drained hold nothing
 * back; lanes that were suspended do, because they go on later. When all are idle the watermark stays. It never goes back.
 * Owned by the task's thread.
 */
final class EventTime {
    private enum LaneState {
        ACTIVE,
        IDLE,
        DRAINED,
        SUSPENDED
    }

    private final long[] watermarks;
    private final LaneState[] states;
    private long combined;
    private boolean idle;
    private int unended;
    private boolean suspended;

    /**
     * @param initial the watermark that lanes begin with: that of the snapshot, or {@link Long#MIN_VALUE}
     */
    EventTime(int lanes, long initial) {
        this.watermarks = new long[lanes];
        this.states = new LaneState[lanes];
        Arrays.fill(watermarks, initial);
        Arrays.fill(states, LaneState.ACTIVE);
        this.combined = initial;
        this.unended = lanes;
    }

    /** A lane has no event time and no end that counts. */
    void leaveOut(int lane) {
        states[lane] = LaneState.DRAINED;
        unended--;
    }

    long combined() {
        return combined;
    }

    boolean isIdle() {
        return idle;
    }

    /** Whether every lane has delivered its last record. */
    boolean isEnded() {
        return unended == 0;
    }

    /** How the data ended: drained only when all lanes have. */
    EndOfData mode() {
        return suspended ? EndOfData.SUSPEND : EndOfData.DRAIN;
    }

    void onWatermark(int lane, long timestamp) {
        if (timestamp > watermarks[lane]) {
            watermarks[lane] = timestamp;
            combine();
        }
    }

    void onIdle(int lane, boolean nowIdle) {
        if (states[lane] == LaneState.ACTIVE || states[lane] == LaneState.IDLE) {
            states[lane] = nowIdle ? LaneState.IDLE : LaneState.ACTIVE;
            combine();
        }
    }

    void onEndOfData(int lane, EndOfData mode) {
        if (states[lane] == LaneState.ACTIVE || states[lane] == LaneState.IDLE) {
            unended--;
            suspended |= mode == EndOfData.SUSPEND;
            states[lane] = mode == EndOfData.SUSPEND ? LaneState.SUSPENDED : LaneState.DRAINED;
            combine();
        }
    }

    /** The active lane whose watermark is the lowest, so that it holds event time back; -1 when there is none. */
    int slowest() {
        int slowest = -1;
        for (int lane = 0; lane < states.length; lane++) {
            boolean counts = states[lane] == LaneState.ACTIVE || states[lane] == LaneState.SUSPENDED;
            if (counts && (slowest < 0 || watermarks[lane] < watermarks[slowest])) {
                slowest = lane;
            }
        }
        return slowest;
    }

    private void combine() {
        long lowest = Long.MAX_VALUE;
        boolean anyActive = false;
        boolean anyIdle = false;
        for (int lane = 0; lane < states.length; lane++) {
            LaneState state = states[lane];
            anyIdle |= state == LaneState.IDLE;
            if (state == LaneState.ACTIVE || state == LaneState.SUSPENDED) {
                anyActive = true;
                lowest = Math.min(lowest, watermarks[lane]);
            }
        }
        if (anyActive) {
            combined = Math.max(combined, lowest);
        }
        idle = anyIdle && !anyActive;
    }
}
