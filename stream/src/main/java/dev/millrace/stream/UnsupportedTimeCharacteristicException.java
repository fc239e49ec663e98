package dev.millrace.stream;

import dev.millrace.core.ModelApi;

/** An operation does not work in the kind of time that was asked for. */
@ModelApi
public class UnsupportedTimeCharacteristicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedTimeCharacteristicException(String message) {
        super(message);
    }
}
