package dev.millrace.core.fact;

import java.util.List;

/**
 * A task at one moment.
 *
 * @param vertex the place of its vertex in the job graph
 * @param activity what its last step came to
 * @param dataEnded whether it has seen its last record
 * @param operators in order, the source first
 * @param splits those that its reader knows; empty for a task with inputs
 * @param full channels out of it that have no room
 * @param channelsOut how many channels lead out of it
 * @param unread how much its reader has still to read of its splits, in the source's own unit; -1 when that is not known
 * @param metrics those of its operators, when they were asked for
 */
public record TaskFacts(
        int vertex,
        int instance,
        int attempt,
        Activity activity,
        boolean dataEnded,
        TimeFacts time,
        EventTimeFacts eventTime,
        BarrierFacts barrier,
        List<OperatorFacts> operators,
        List<SplitFacts> splits,
        List<FullChannel> full,
        int channelsOut,
        long unread,
        List<MetricFacts> metrics) {

    /** What a step came to. */
    public enum Activity {
        WORKING,
        IDLE,
        BACK_PRESSURED
    }

    /**
     * How the task has spent its time.
     *
     * @param busyMillis since it was opened, as the other two
     * @param busyMillisPerSecond lately, as the other two
     */
    public record TimeFacts(
            long busyMillis,
            long backPressuredMillis,
            long idleMillis,
            double busyMillisPerSecond,
            double backPressuredMillisPerSecond,
            double idleMillisPerSecond) {}

    /**
     * The event time of what comes in.
     *
     * @param watermark milliseconds since the epoch; {@link Long#MIN_VALUE} before the first
     * @param idle whether all that comes in is idle
     * @param edge the place in the job graph of the edge whose channel holds the watermark back; -1 when there is none
     * @param producer the instance that sends on this channel
     */
    public record EventTimeFacts(long watermark, boolean idle, int edge, int producer) {}

    /**
     * How far the task is with checkpoints.
     *
     * @param passed the id of the last one whose barrier it has passed on, -1 before the first
     * @param aligning the id of the one that it waits for on some channels, else -1
     * @param missing how many channels it still waits for
     */
    public record BarrierFacts(long passed, long aligning, int missing) {}

    /**
     * A channel out of a task that has no room.
     *
     * @param edge the place of its edge in the job graph
     * @param overflowRecords how many records wait beside it
     */
    public record FullChannel(int edge, int consumer, long overflowRecords) {}
}
