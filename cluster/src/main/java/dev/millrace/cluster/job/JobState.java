package dev.millrace.cluster.job;

import dev.millrace.core.plan.JobStatus;

/** What a job does in one part of its life. A state decides what comes next; {@link Job#become} checks that it may. */
sealed interface JobState permits Created, Running, Restarting, WindingDown, Ended {

    JobStatus status();

    /** Begins. */
    void enter();

    /** Time has passed, or the cluster's slots have changed. */
    void onTick(long nowMillis);

    /** A task has finished or was cancelled. */
    void onTaskEnded(Execution task);

    /** Tasks, an enumerator or the checkpoints have failed; failed tasks are no longer alive. */
    void onBreakdown(Breakdown breakdown);

    /** The job is to end without a result: cancelled by its user, or suspended because its job manager goes away. */
    void onAbandon(WindingDown.Outcome outcome);
}
