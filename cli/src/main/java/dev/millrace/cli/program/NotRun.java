package dev.millrace.cli.program;

/** Ends a program where it submits a job that is not to be run. An error, so that programs do not catch it. */
public final class NotRun extends Error {

    private static final long serialVersionUID = 1;

    public NotRun() {
        super("the job is not run", null, false, false);
    }
}
