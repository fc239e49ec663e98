package dev.millrace.runtime.chain;

import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.OperatorIOMetricGroup;

/** Shows how many records have come to an operator and gone from it. Owned by the task's thread. */
final class LinkCounts {
    private final Counter in;
    private final Counter out;
    private long shownIn;
    private long shownOut;

    LinkCounts(OperatorIOMetricGroup metrics) {
        this.in = metrics.getNumRecordsInCounter();
        this.out = metrics.getNumRecordsOutCounter();
    }

    /** Shows what they come to so far. */
    void show(long come, long gone) {
        in.inc(come - shownIn);
        shownIn = come;
        out.inc(gone - shownOut);
        shownOut = gone;
    }
}
