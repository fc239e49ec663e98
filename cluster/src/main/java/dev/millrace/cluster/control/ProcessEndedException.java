package dev.millrace.cluster.control;

import java.io.IOException;

/** The process of a job ended before it answered. */
public final class ProcessEndedException extends IOException {
    ProcessEndedException(IOException cause) {
        super("the process of the job ended before it answered", cause);
    }
}
