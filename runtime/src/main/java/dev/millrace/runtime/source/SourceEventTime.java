package dev.millrace.runtime.source;

import dev.millrace.runtime.chain.ChainOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * The event time of a source task, and the count of its records. Event time is the lowest watermark
 * of its active splits; the source is idle when all are. Owned by the task's
 * thread.
 */
final class SourceEventTime {
    private final ChainOutput output;
    private final List<SplitOutput> splits = new ArrayList<>();
    private boolean idle;
    private long records;

    SourceEventTime(ChainOutput output) {
        this.output = output;
    }

    void add(SplitOutput split) {
        splits.add(split);
        combine();
    }

    void remove(SplitOutput split) {
        splits.remove(split);
        combine();
    }

    /** The splits that take part, in the order in which they came. */
    List<SplitOutput> splits() {
        return splits;
    }

    /** A record has been collected. */
    void count() {
        records++;
    }

    /** How many records have been collected, in all splits. */
    long records() {
        return records;
    }

    /** Something changed in a split. */
    void combine() {
        if (splits.isEmpty()) {
            return;
        }
        long lowest = Long.MAX_VALUE;
        boolean active = false;
        for (SplitOutput split : splits) {
            if (!split.isIdle()) {
                active = true;
                lowest = Math.min(lowest, split.watermark());
            }
        }
        if (active == idle) {
            idle = !active;
            output.idle(idle);
        }
        if (active) {
            output.watermark(lowest);
        }
    }
}
