package dev.millrace.runtime.chain;

/** What takes the results of a source or an operator: the next operator of the chain, or an edge out of the task. */
public interface Target {
    /**
     * @param timestamp milliseconds since the epoch, or {@link dev.millrace.core.element.Batch#NO_TIMESTAMP}
     */
    void onRecord(Object value, long timestamp);

    void onWatermark(long timestamp);

    void onIdle(boolean idle);
}
