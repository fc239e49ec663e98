package dev.millrace.core.fault;

import dev.millrace.core.ModelApi;

/** An unchecked failure, for programs that throw one of this name. */
@ModelApi
public class FlinkRuntimeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FlinkRuntimeException(String message) {
        super(message);
    }

    public FlinkRuntimeException(Throwable cause) {
        super(cause);
    }

    public FlinkRuntimeException(String message, Throwable cause) {
        super(message, cause);
    }
}
