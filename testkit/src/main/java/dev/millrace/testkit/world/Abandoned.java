package dev.millrace.testkit.world;

/** Ends what waits in a process that has died, or in a world that is over. Not a failure; never caught but by the world. */
public final class Abandoned extends Error {
    private static final long serialVersionUID = 1;

    Abandoned() {
        super("its process is gone", null, false, false);
    }
}
