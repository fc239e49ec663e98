package dev.millrace.runtime.task;

import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.operator.SnapshotWriter;

/** The input of a source task whose data had ended before it was restored. */
record NoInput(long watermark) implements TaskInput {
    @Override
    public boolean advance() {
        return false;
    }

    @Override
    public boolean advanceBarriers() {
        return false;
    }

    @Override
    public boolean bringsBarriers() {
        return false;
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) {}

    @Override
    public String stateId() {
        return null;
    }

    @Override
    public void checkpointEnded(long checkpointId, boolean complete) {}

    @Override
    public void close() {}

    @Override
    public EventTimeFacts eventTime() {
        return new EventTimeFacts(watermark, false, -1, -1);
    }
}
