package dev.millrace.core.type.codec;

/** Something inside a value that cannot be handled; the type system finds its path and tells the user. */
public final class CodecException extends RuntimeException {

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
