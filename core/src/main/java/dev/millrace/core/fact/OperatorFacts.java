package dev.millrace.core.fact;

/**
 * An operator of a task at one moment.
 *
 * @param in how many records have come since the task was started
 * @param out how many have gone, on all outputs that are read
 * @param late how many were dropped because they came too late
 * @param filter whether it only lets records through or drops them
 * @param watermark the event time that has come to it
 * @param keyed whether it has keyed state
 * @param rows how many keys its state holds, or keys and namespaces where there are some
 * @param inPerSecond lately
 * @param outPerSecond lately
 */
public record OperatorFacts(
        String name,
        long in,
        long out,
        long late,
        boolean filter,
        long watermark,
        boolean keyed,
        long rows,
        TimerFacts eventTimers,
        TimerFacts processingTimers,
        double inPerSecond,
        double outPerSecond) {

    /** An operator that has done nothing. */
    public static OperatorFacts none(String name) {
        return new OperatorFacts(
                name, 0, 0, 0, false, Long.MIN_VALUE, false, 0, TimerFacts.NONE, TimerFacts.NONE, 0, 0);
    }

    /** The same with what it has done lately. */
    public OperatorFacts withRates(double newInPerSecond, double newOutPerSecond) {
        return new OperatorFacts(
                name,
                in,
                out,
                late,
                filter,
                watermark,
                keyed,
                rows,
                eventTimers,
                processingTimers,
                newInPerSecond,
                newOutPerSecond);
    }

    /**
     * Timers of one domain.
     *
     * @param earliestMillis {@link Long#MAX_VALUE} when there is none
     */
    public record TimerFacts(long count, long earliestMillis) {

        public static final TimerFacts NONE = new TimerFacts(0, Long.MAX_VALUE);
    }
}
