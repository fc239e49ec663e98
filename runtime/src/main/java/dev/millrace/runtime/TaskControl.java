package dev.millrace.runtime;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import java.util.List;

/** Orders to one task. Any thread may give them; each returns at once; orders to a task that has ended do nothing. */
public interface TaskControl {
    /**
     * Takes a snapshot and passes the barrier on. For tasks without a running predecessor: sources, and tasks whose
     * predecessors have all finished. Ids rise strictly.
     *
     * @param sourceOrders how many orders of its enumerator (splits, no more splits, events) a source must have taken
     *     before; 0 for other tasks
     */
    void takeSnapshot(Barrier barrier, long sourceOrders);

    /** The checkpoint, and with it all before it, is durably published. */
    void checkpointComplete(long checkpointId);

    /** The checkpoint will never complete. */
    void checkpointAborted(long checkpointId);

    /**
     * Gives splits to the source's reader.
     *
     * @param sequence 0 for the first order of the enumerator to this attempt (splits, no more splits, events), then one
     *     more each; an order that is ahead waits for those before it, and one that was seen is ignored
     * @param splits each in the form of {@link SplitBytes}
     */
    void assignSplits(long sequence, List<byte[]> splits);

    /** Tells the source's reader that it has got its last split. */
    void noMoreSplits(long sequence);

    /** Gives an event of the source's own, in the Java serialization, to its reader. */
    void sourceEvent(long sequence, byte[] event);

    /**
     * Holds a source back whose event time is above a limit, so that others of its group keep up.
     *
     * @param limitMillis milliseconds since the epoch; {@link Long#MAX_VALUE} for none
     */
    void limitEventTime(long limitMillis);

    /** Tells the operators how far their reports on a channel have been taken. */
    void reportTaken(String channel, long position);

    /**
     * Ends the input of a source before its time: as if drained, or suspended. A head of a loop that is suspended does not
     * wait for the loop any more.
     */
    void endInput(EndOfData mode);

    /**
     * Asks the task how it does. It answers in its next step, by {@link TaskEvents#facts}; a task that is in the middle of a
     * step, or has ended, does not.
     *
     * @param request comes back with the answer
     * @param metrics whether the metrics of operators are wanted too
     */
    void tellFacts(long request, boolean metrics);

    /** Ends the task without regard to its data; {@link TaskEvents#cancelled} follows, unless it ended otherwise. */
    void cancel();
}
