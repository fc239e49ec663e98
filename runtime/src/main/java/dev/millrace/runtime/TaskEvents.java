package dev.millrace.runtime;

import dev.millrace.core.fact.TaskFacts;
import dev.millrace.state.snapshot.TaskSnapshot;

/**
 * What a task tells. Called on any thread, in order per task but for the two about snapshots; every call must return at
 * once. Exactly one of {@code finished}, {@code cancelled} and {@code failed} comes last.
 */
public interface TaskEvents {
    /** All operators are open. */
    void running(TaskId task);

    /** The task's part of a checkpoint is durable. */
    void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot);

    /** The task could not take or write its part of a checkpoint; it goes on. */
    void snapshotDeclined(TaskId task, long checkpointId, Throwable why);

    /** The task's last record has been sent; it waits for a checkpoint to be committed, if it has to. */
    void endOfDataReached(TaskId task);

    /**
     * What a task that runs has accumulated so far; comes from time to time, from tasks with accumulators. The accumulators
     * are the task's own: whoever keeps them longer than this call writes them.
     */
    void tallied(TaskId task, TaskTally soFar);

    void finished(TaskId task, TaskTally whole);

    void cancelled(TaskId task);

    void failed(TaskId task, TaskFailure failure);

    /** A source's reader wants something of its enumerator. */
    void sourceRequest(TaskId task, SourceRequest request);

    /** The task answers how it does. */
    void facts(TaskId task, long request, TaskFacts facts);

    /** An operator sends bytes to whoever submitted the job. */
    void report(TaskId task, String channel, byte[] bytes);
}
