package dev.millrace.verification.program;

import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes records on; in its first attempt it fails soon after a checkpoint has been completed. */
final class FailsOnce<T> extends RichMapFunction<T, T> implements CheckpointListener {

    /** How often it has failed in this process. */
    static final AtomicInteger FAILURES = new AtomicInteger();

    private static final int RECORDS_AFTER_CHECKPOINT = 500;

    private transient boolean completed;
    private transient int recordsSince;

    @Override
    public T map(T value) {
        boolean first = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
        if (first && completed && ++recordsSince > RECORDS_AFTER_CHECKPOINT) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("the planned failure");
        }
        return value;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        completed = true;
    }
}
