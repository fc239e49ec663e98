package dev.millrace.testkit.simulation;

import dev.millrace.testkit.law.Interference;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.World;

/** Lets user code fail, or wait inside a call. */
final class Chaos implements Interference {
    private static final int PAUSE_NANOS_MAX = 50_000_000;

    private final World world;
    private double failureRate;
    private double pauseRate;

    Chaos(World world) {
        this.world = world;
    }

    /**
     * Lets one call fail.
     *
     * @param rate the chance of each call to be the one
     */
    void failOnce(double rate) {
        failureRate = rate;
    }

    /**
     * @param rate the share of calls that wait from now on
     */
    void pauses(double rate) {
        pauseRate = rate;
    }

    /** From now on no call fails or waits. */
    void end() {
        failureRate = 0;
        pauseRate = 0;
    }

    @Override
    public void before(String who) throws Exception {
        if (pauseRate > 0 && world.random().nextDouble() < pauseRate) {
            world.note(who, "waits", 0);
            world.befell(Incident.USER_PAUSE);
            world.pause(world.random().nextInt(PAUSE_NANOS_MAX));
        }
        if (failureRate > 0 && world.random().nextDouble() < failureRate) {
            failureRate = 0;
            world.note(who, "fails", 0);
            world.befell(Incident.USER_FAILURE);
            throw new SimulatedFailure(who);
        }
    }
}
