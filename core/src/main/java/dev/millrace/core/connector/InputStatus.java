package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/** What a reader says after each call. */
@ModelApi
public enum InputStatus {
    /** There is more; call again. */
    MORE_AVAILABLE,

    /** There is nothing now; call again when {@link SourceReader#isAvailable()} completes. */
    NOTHING_AVAILABLE,

    /** There will never be more. */
    END_OF_INPUT
}
