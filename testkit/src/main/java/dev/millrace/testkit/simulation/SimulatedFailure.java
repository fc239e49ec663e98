package dev.millrace.testkit.simulation;

/** What user code throws when a simulation lets it fail. */
final class SimulatedFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SimulatedFailure(String who) {
        super("simulated: " + who + " fails", null, false, false);
    }
}
