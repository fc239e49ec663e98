package dev.millrace.runtime.worker;

/**
 * When the watchdog steps in.
 *
 * @param waitingMillis how long a step may wait, for a lock or for anything else
 * @param computingMillis how long a step may compute; longer, because a thread that is ready and gets no core looks the
 *     same. A step of a cancelled task is interrupted after this time.
 * @param checkMillis the time between two looks
 */
public record StepLimits(long waitingMillis, long computingMillis, long checkMillis) {
    /** Measured to be rare among steps that do not block, on a machine that is twice as busy as it can be. */
    public static final StepLimits DEFAULT = new StepLimits(50, 500, 20);
}
