package dev.millrace.testkit.law;

/** Something happened that the laws of the engine forbid. */
public final class BrokenLaw extends AssertionError {
    private static final long serialVersionUID = 1;

    public BrokenLaw(String message) {
        super(message);
    }
}
