package dev.millrace.testkit.storage;

/**
 * How a disk behaves for the time being.
 *
 * @param slowRate the share of calls that take time
 * @param slowMillisMax the most that a slow call takes
 * @param failureRate the share of calls that fail
 * @param full whether nothing more can be written
 */
public record DiskWeather(double slowRate, int slowMillisMax, double failureRate, boolean full) {
    /** All is well. */
    public static final DiskWeather FAIR = new DiskWeather(0, 0, 0, false);
}
