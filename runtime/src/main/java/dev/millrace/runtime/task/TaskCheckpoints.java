package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.runtime.source.SourceHead;

/**
 * The part of a task in checkpoints: when it takes which snapshot, by barrier or by order, and what becomes of it when the
 * checkpoint has ended. Owned by the task's thread.
 */
final class TaskCheckpoints {
    private final TaskParts parts;
    private final TaskLife life;
    private final TaskEnd end;
    private Barrier ordered;
    private long sourceOrdersBefore;

    TaskCheckpoints(TaskParts parts, TaskLife life, TaskEnd end) {
        this.parts = parts;
        this.life = life;
        this.end = end;
    }

    /** Takes a snapshot now. */
    void take(Barrier barrier) {
        if (parts.snapshots().take(barrier, end.isDrained())) {
            end.snapshotTaken(barrier.checkpointId());
        }
    }

    /** Takes a snapshot by order: at once, or when the predecessors' channels have closed, or their orders been taken. */
    void order(Barrier barrier, long sourceOrders) {
        if (ordered == null || ordered.checkpointId() < barrier.checkpointId()) {
            ordered = barrier;
        }
        sourceOrdersBefore = sourceOrders;
        takeOrdered(); // before the next order: splits that come after this one belong to the next checkpoint
    }

    /** Takes the snapshot that has been ordered, if there is one and its time has come. */
    void takeOrdered() {
        if (ordered != null && isDue()) {
            Barrier barrier = ordered;
            ordered = null;
            take(barrier);
        }
    }

    private boolean isDue() {
        return !life.is(TaskPhase.LEAVING)
                && !(life.is(TaskPhase.ENDING) && parts.chain().hasFinishedOne())
                && !parts.input().bringsBarriers()
                && (parts.source() == null || isReady(parts.source().source()));
    }

    private boolean isReady(SourceHead source) {
        return source.ordersTaken() >= sourceOrdersBefore && source.isReadyForSnapshot(ordered.checkpointId());
    }

    /** A checkpoint has been published, or given up. */
    void ended(long checkpointId, boolean complete) throws Exception {
        if (life.is(TaskPhase.LEAVING)) {
            return;
        }
        parts.input().checkpointEnded(checkpointId, complete);
        if (complete) {
            parts.chain().checkpointComplete(checkpointId);
            end.checkpointComplete(checkpointId);
            return;
        }
        if (ordered != null && ordered.checkpointId() == checkpointId) {
            ordered = null;
        }
        parts.chain().checkpointAborted(checkpointId);
    }
}
