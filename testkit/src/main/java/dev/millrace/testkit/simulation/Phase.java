package dev.millrace.testkit.simulation;

import dev.millrace.testkit.world.Incident;

/** A moment in the life of a job at which a crash is worth trying. */
enum Phase {
    /** From the order to start a task until its operators are open. */
    DEPLOYMENT(Incident.CRASH_DURING_DEPLOYMENT),
    /** From the start of a task that goes on from a checkpoint until its operators are open. */
    RESTORE(Incident.CRASH_DURING_RESTORE),
    /** From the first barrier of a checkpoint at a task's gate until the last. */
    ALIGNMENT(Incident.CRASH_DURING_ALIGNMENT),
    /** While a part file is open. */
    SNAPSHOT_WRITE(Incident.CRASH_DURING_SNAPSHOT_WRITE),
    /** From the first byte of a manifest until it is renamed. */
    BEFORE_PUBLICATION(Incident.CRASH_BEFORE_PUBLICATION),
    /** From the rename of a manifest until the first task hears of it. */
    AFTER_PUBLICATION(Incident.CRASH_AFTER_PUBLICATION),
    /** From the news of a complete checkpoint until the task has acted on it. */
    COMMIT(Incident.CRASH_DURING_COMMIT);

    private final Incident crash;

    Phase(Incident crash) {
        this.crash = crash;
    }

    /** What a crash in this phase is counted as. */
    Incident crash() {
        return crash;
    }
}
