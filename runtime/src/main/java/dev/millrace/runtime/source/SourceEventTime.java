package dev.millrace.runtime.source;

import dev.millrace.core.fact.SplitFacts;
import dev.millrace.runtime.chain.ChainOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The event time of a source task. Event time is the lowest watermark of its active splits;
 * the source is idle when all are. Owned by the task's thread.
 */
final class SourceEventTime {
    private final ChainOutput output;
    private final List<SplitOutput> splits = new ArrayList<>();
    /** Splits of a snapshot that the reader has not come to yet, with their watermarks: they hold event time back too. */
    private final SortedMap<String, Long> expected = new TreeMap<>();

    private boolean idle;

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

    /** Splits come back at these watermarks. */
    void expect(Map<String, Long> watermarks) {
        expected.putAll(watermarks);
    }

    /** The reader comes to a split, or is done with it: answers its watermark, {@link Long#MIN_VALUE} when it is new. */
    long arrive(String split) {
        Long watermark = expected.remove(split);
        return watermark == null ? Long.MIN_VALUE : watermark;
    }

    /** The splits that the reader has not come to yet. */
    SortedMap<String, Long> expected() {
        return expected;
    }

    /** The splits that take part, in the order in which they came. */
    List<SplitOutput> splits() {
        return splits;
    }

    /**
     * How far each split is.
     *
     * @param openedMillis when the reader began, milliseconds since the epoch: those that it has not come to stand since then
     */
    List<SplitFacts> facts(long openedMillis) {
        List<SplitFacts> facts = new ArrayList<>();
        for (SplitOutput split : splits) {
            facts.add(new SplitFacts(
                    split.split(), split.watermark(), split.sinceMillis(), split.isIdle(), split.stands()));
        }
        expected.forEach((split, watermark) -> facts.add(new SplitFacts(split, watermark, openedMillis, false, false)));
        return facts;
    }

    /** Whether there is a split to read, as far as is known. */
    boolean hasSplits() {
        return !splits.isEmpty() || !expected.isEmpty();
    }

    /** Whether all splits are idle. */
    boolean isIdle() {
        return idle;
    }

    /** How far event time has come; {@link Long#MIN_VALUE} at first. */
    long reached() {
        return output.forwarded();
    }

    /** The reader has no split, and is idle or is not. */
    void alone(boolean nowIdle) {
        if (nowIdle != idle) {
            idle = nowIdle;
            output.idle(idle);
        }
    }

    /** Something changed in a split. */
    void combine() {
        if (splits.isEmpty()) {
            return;
        }
        long lowest = Long.MAX_VALUE;
        boolean active = !expected.isEmpty();
        for (long watermark : expected.values()) {
            lowest = Math.min(lowest, watermark);
        }
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
