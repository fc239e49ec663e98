package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** A checked failure, for programs that throw one of this name. */
@ModelApi
public class FlinkException extends Exception {
    private static final long serialVersionUID = 1;

    public FlinkException(String message) {
        super(message);
    }

    public FlinkException(Throwable cause) {
        super(cause);
    }

    public FlinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
