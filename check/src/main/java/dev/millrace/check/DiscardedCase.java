package dev.millrace.check;

/** Says that a case met no value which passes its filter; the runner takes another case. */
final class DiscardedCase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DiscardedCase(String message) {
        super(message, null, false, false);
    }
}
