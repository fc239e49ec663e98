package dev.millrace.core.type;

/** A value or class that the type system cannot handle as asked; the message names it, its field's path and the remedy. */
public final class TypeException extends RuntimeException {

    public TypeException(String message) {
        super(message);
    }

    public TypeException(String message, Throwable cause) {
        super(message, cause);
    }
}
