package dev.millrace.cluster.protocol;

/** Stands for a throwable of another process whose class is not known here; shows its stack trace as text. */
public final class RemoteCause extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remoteTrace;

    RemoteCause(Failure failure) {
        super(
                failure.message() == null ? failure.type() : failure.type() + ": " + failure.message(),
                null,
                false,
                false);
        this.remoteTrace = failure.stackTrace();
    }

    @Override
    public void printStackTrace(java.io.PrintStream out) {
        out.println(remoteTrace);
    }

    @Override
    public void printStackTrace(java.io.PrintWriter out) {
        out.println(remoteTrace);
    }
}
