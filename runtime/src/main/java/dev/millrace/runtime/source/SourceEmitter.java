package dev.millrace.runtime.source;

import dev.millrace.core.connector.ReaderOutput;
import dev.millrace.core.connector.SourceOutput;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.eventtime.TimestampAssigner;
import dev.millrace.core.eventtime.TimestampAssignerSupplier;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkGeneratorSupplier;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.chain.ChainOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The outputs of a reader: one for the whole, and one for each split that it tells apart. Owned by the task's thread. */
final class SourceEmitter {
    private final ChainOutput output;
    private final WatermarkStrategy<Object> strategy;
    private final MetricGroup metrics;
    private final Clock clock;
    private final SourceEventTime eventTime;
    private final Map<String, SplitOutput> bySplit = new TreeMap<>();
    private final SplitOutput whole;
    private int wanted = 1;

    private record Suppliers(MetricGroup metrics, Clock clock)
            implements WatermarkGeneratorSupplier.Context, TimestampAssignerSupplier.Context {
        @Override
        public MetricGroup getMetricGroup() {
            return metrics;
        }
    }

    @SuppressWarnings("unchecked") // the strategy was made for the records of this source
    SourceEmitter(ChainOutput output, WatermarkStrategy<?> strategy, MetricGroup metrics, Clock clock) {
        this.output = output;
        this.strategy = strategy == null ? WatermarkStrategy.noWatermarks() : (WatermarkStrategy<Object>) strategy;
        this.metrics = metrics;
        this.clock = clock;
        this.eventTime = new SourceEventTime(output);
        this.whole = make(null, output.forwarded());
    }

    private SplitOutput make(String split, long watermark) {
        ActivityClock active = new ActivityClock(clock);
        Suppliers suppliers = new Suppliers(metrics, active);
        TimestampAssigner<Object> timestamps = Objects.requireNonNull(
                strategy.createTimestampAssigner(suppliers),
                "the watermark strategy has no timestamp assigner, it answers null");
        WatermarkGenerator<Object> generator = Objects.requireNonNull(
                strategy.createWatermarkGenerator(suppliers),
                "the watermark strategy has no watermark generator, it answers null");
        return new SplitOutput(
                split, output.way(), this, timestamps, new SplitOutput.Generator(generator, active), watermark);
    }

    SourceEventTime eventTime() {
        return eventTime;
    }

    /** Remembers the event times that splits had come to. */
    void restore(Map<String, Long> watermarks) {
        eventTime.expect(watermarks);
    }

    /** The event times of all splits, also of those that have not emitted since they were restored. */
    Map<String, Long> watermarks() {
        Map<String, Long> all = new TreeMap<>(eventTime.expected());
        bySplit.forEach((split, splitOutput) -> all.put(split, splitOutput.watermark()));
        return all;
    }

    /** The reader has only these splits left; others that were restored are not waited for. */
    void left(Collection<String> splits) {
        eventTime.expected().keySet().retainAll(splits);
    }

    /** Whether some generator wants to be asked again and again. */
    boolean isPeriodic() {
        return whole.isPeriodic();
    }

    /** Asks all generators for watermarks; a reader without splits has one that says when it is idle. */
    void askGenerators() {
        if (!eventTime.hasSplits()) {
            whole.askGenerator();
            eventTime.alone(whole.isIdle());
        }
        for (SplitOutput split : List.copyOf(eventTime.splits())) {
            split.askGenerator();
        }
    }

    /** How many records have been emitted. */
    long records() {
        return output.records();
    }

    /** Where the reader emits. */
    ReaderOutput<Object> whole() {
        return whole.records();
    }

    /** See {@link ReaderOutput#recordsWanted}. */
    int recordsWanted() {
        return wanted;
    }

    /** A call of the reader is over. The next one may emit more. */
    void polled() {
        if (wanted < SourceReader.RECORDS_PER_POLL_MAX) {
            wanted *= 2;
        }
    }

    /**
     * The task was called: records that take their time in the chain come one by one, so that timers and snapshots find
     * their way between them.
     */
    void slow() {
        wanted = 1;
    }

    /** See {@link ReaderOutput#createOutputForSplit}. */
    SourceOutput<Object> createOutputForSplit(String splitId) {
        SplitOutput known = bySplit.get(splitId);
        if (known != null) {
            return known.records();
        }
        SplitOutput made = make(splitId, eventTime.arrive(splitId));
        bySplit.put(splitId, made);
        made.join();
        return made.records();
    }

    /** See {@link ReaderOutput#releaseOutputForSplit}. */
    void releaseOutputForSplit(String splitId) {
        eventTime.arrive(splitId);
        SplitOutput released = bySplit.remove(splitId);
        if (released != null) {
            eventTime.remove(released);
        }
        eventTime.combine();
    }
}
