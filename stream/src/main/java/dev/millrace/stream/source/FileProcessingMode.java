package dev.millrace.stream.source;

import dev.millrace.core.ModelApi;

/** How often files are looked for. */
@ModelApi
public enum FileProcessingMode {
    /** Once: the stream ends with the files that are there. */
    PROCESS_ONCE,
    /** Again and again: the stream does not end, and a file that has been changed is read again as a whole. */
    PROCESS_CONTINUOUSLY
}
