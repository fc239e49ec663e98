package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** Whether a program is run as a stream or, when all its inputs end, in stages. */
@ModelApi
public enum RuntimeExecutionMode {
    STREAMING,
    BATCH,
    AUTOMATIC
}
