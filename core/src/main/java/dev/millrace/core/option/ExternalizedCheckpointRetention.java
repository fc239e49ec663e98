package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** What becomes of the last checkpoint when a job is cancelled. */
@ModelApi
public enum ExternalizedCheckpointRetention {
    DELETE_ON_CANCELLATION,
    RETAIN_ON_CANCELLATION,
    /** Checkpoints go when the job ends, however it ends. */
    NO_EXTERNALIZED_CHECKPOINTS
}
