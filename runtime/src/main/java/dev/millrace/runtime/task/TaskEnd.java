package dev.millrace.runtime.task;

import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.runtime.chain.ChainServices;

/**
 * How a task comes to its end: its operators finish one after the other, the end of its data is sent, and the end of its
 * channels once the results count. Owned by the task's thread.
 */
final class TaskEnd {
    /** After how many calls in a row an operator that does not finish is left alone for a moment. */
    private static final int CALLS_MAX = 64;

    private static final long PAUSE_MILLIS = 1;
    private static final long NONE = -1;

    private final ChainServices services;
    private final TaskParts parts;
    private final TaskLife life;
    private EndOfData mode;
    private int calls;
    private boolean lastBarrierPassed;
    private long firstSnapshotAfterEnd = NONE;

    TaskEnd(ChainServices services, TaskParts parts, TaskLife life) {
        this.services = services;
        this.parts = parts;
        this.life = life;
    }

    /** The last record has been taken. */
    void begin(EndOfData newMode) {
        if (life.is(TaskPhase.RUNNING)) {
            mode = newMode;
            life.enter(TaskPhase.ENDING);
        }
    }

    /** Works on the end of the operators, and sends it on when they have finished; false when there is nothing to do now. */
    boolean advance() {
        if (mode == EndOfData.DRAIN) {
            if (calls == CALLS_MAX) {
                return false;
            }
            calls++;
            if (!parts.chain().end()) {
                if (calls == CALLS_MAX) {
                    long now = services.host().clock().millis();
                    services.alarms().at(now + PAUSE_MILLIS, () -> calls = 0);
                }
                return true;
            }
            if (!needsCommit() && !lastBarrierPassed) {
                lastBarrierPassed = true;
                parts.chain().beforeBarrier(Long.MAX_VALUE);
                return true;
            }
        } else {
            parts.chain().suspend();
        }
        send(mode);
        return true;
    }

    /** Sends the end of the data. */
    void send(EndOfData newMode) {
        mode = newMode;
        if (parts.chain() != null) {
            parts.chain().quiet();
        }
        parts.fanout().mark(newMode);
        parts.fanout().end();
        life.enter(TaskPhase.ENDED);
        services.events().endOfDataReached(services.deployment().id());
    }

    /** Whether results count only once a checkpoint after them is committed. */
    private boolean needsCommit() {
        return mode == EndOfData.SUSPEND
                || services.deployment().settings().checkpoints().enabled();
    }

    /** Whether the data has ended because the job is stopped: what comes now belongs to the run that goes on from there. */
    boolean isStopped() {
        return life.is(TaskPhase.ENDED) && mode == EndOfData.SUSPEND;
    }

    /** Whether the operators have done all their work. */
    boolean isDrained() {
        return life.is(TaskPhase.ENDED) && mode == EndOfData.DRAIN;
    }

    /** Sends the end of the channels, unless a checkpoint has to be committed before; false when it has. */
    boolean passIfCommitted() {
        if (needsCommit()) {
            return false;
        }
        parts.chain().checkpointComplete(Long.MAX_VALUE);
        pass();
        return true;
    }

    /** Sends the end of the channels. */
    void pass() {
        parts.fanout().mark(EndOfChannel.END);
        life.enter(TaskPhase.LEAVING);
    }

    void snapshotTaken(long checkpointId) {
        if (life.is(TaskPhase.ENDED) && firstSnapshotAfterEnd == NONE) {
            firstSnapshotAfterEnd = checkpointId;
        }
    }

    void checkpointComplete(long checkpointId) {
        if (life.is(TaskPhase.ENDED) && firstSnapshotAfterEnd != NONE && checkpointId >= firstSnapshotAfterEnd) {
            pass();
        }
    }
}
