package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** How exactly state follows the records. */
@ModelApi
public enum CheckpointingMode {
    /** Each record counts once in the state, also after a failure. */
    EXACTLY_ONCE,
    /** Accepted for programs that ask for less; it is run as exactly once. */
    AT_LEAST_ONCE
}
