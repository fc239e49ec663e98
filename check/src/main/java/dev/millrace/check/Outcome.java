package dev.millrace.check;

/** What became of one case. */
sealed interface Outcome {
    /** The property held. */
    record Held() implements Outcome {}

    /** A filter found no value. */
    record Discarded() implements Outcome {}

    /** The property threw; the tape makes the case again. */
    record Failed(long[] tape, Throwable cause) implements Outcome {
        /** Failures are alike when the same kind of error was thrown; shrinking never swaps one for another. */
        boolean isLike(Failed other) {
            return cause.getClass() == other.cause.getClass();
        }
    }
}
