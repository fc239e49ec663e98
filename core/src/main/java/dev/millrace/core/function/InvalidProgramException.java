package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** The program cannot be run as it is written; the message says what to change. */
@ModelApi
public class InvalidProgramException extends RuntimeException {

    public InvalidProgramException(String message) {
        super(message);
    }

    public InvalidProgramException(String message, Throwable cause) {
        super(message, cause);
    }
}
