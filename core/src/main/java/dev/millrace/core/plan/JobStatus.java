package dev.millrace.core.plan;

/** The life of a job as users see it. */
public enum JobStatus {
    CREATED,
    RUNNING,
    RESTARTING,
    CANCELLING,
    CANCELED,
    FAILING,
    FAILED,
    FINISHED,
    SUSPENDED;

    /** Whether nothing follows. */
    public boolean isGloballyTerminalState() {
        return this == CANCELED || this == FAILED || this == FINISHED;
    }
}
