package dev.millrace.benchmarks.jet;

import com.hazelcast.function.ToLongFunctionEx;
import com.hazelcast.jet.pipeline.BatchSource;
import com.hazelcast.jet.pipeline.Sink;
import com.hazelcast.jet.pipeline.SinkBuilder;
import com.hazelcast.jet.pipeline.SourceBuilder;
import dev.millrace.benchmarks.workload.Latencies;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.SteadyRate;
import dev.millrace.benchmarks.workload.Tally;
import java.io.Serializable;

/** Streams that are made up as they are read, and the sinks that check their results. */
final class Generated {
    private static final int RECORDS_PER_FILL = 256;

    private Generated() {}

    /** Makes the record that comes at {@code index} from one of several sources. */
    interface ByIndex<T> extends Serializable {
        T make(long index, int source, int sources);
    }

    /** Makes a record from its number and the time at which it is due. */
    interface ByNumberAndTime<T> extends Serializable {
        T make(long number, long due);
    }

    /** Where a source is. */
    private static final class Position {
        private final int source;
        private long next;
        private long start;

        Position(int source) {
            this.source = source;
        }
    }

    static <T> BatchSource<T> source(Setup setup, ByIndex<T> maker) {
        long share = setup.share();
        int sources = setup.parallelism();
        return SourceBuilder.batch("generator", context -> new Position(context.localProcessorIndex()))
                .<T>fillBufferFn((position, buffer) -> {
                    long end = Math.min(share, position.next + RECORDS_PER_FILL);
                    while (position.next < end) {
                        buffer.add(maker.make(position.next++, position.source, sources));
                    }
                    if (end == share) {
                        buffer.close();
                    }
                })
                .distributed(sources)
                .build();
    }

    static <T> BatchSource<T> steady(Setup setup, ByNumberAndTime<T> maker) {
        long share = setup.share();
        int sources = setup.parallelism();
        return SourceBuilder.batch("schedule", context -> new Position(context.localProcessorIndex()))
                .<T>fillBufferFn((position, buffer) -> {
                    long now = System.nanoTime();
                    if (position.next == 0) {
                        position.start = now;
                    }
                    for (int i = 0; i < RECORDS_PER_FILL && position.next < share; i++) {
                        long due = SteadyRate.due(position.start, position.next, sources);
                        if (due > now) {
                            break;
                        }
                        buffer.add(maker.make(position.source * share + position.next++, due));
                    }
                    if (position.next == share) {
                        buffer.close();
                    }
                })
                .distributed(sources)
                .build();
    }

    static <T> Sink<T> tally(Setup setup, ToLongFunctionEx<T> check) {
        return SinkBuilder.sinkBuilder("tally", context -> new Tally())
                .<T>receiveFn((tally, value) -> tally.add(check.applyAsLong(value)))
                .destroyFn(Tally::close)
                .preferredLocalParallelism(setup.parallelism())
                .build();
    }

    /** A tally that also notes how late records are. */
    static <T> Sink<T> late(Setup setup, ToLongFunctionEx<T> check, ToLongFunctionEx<T> due) {
        return SinkBuilder.sinkBuilder("tally", context -> new LateTally())
                .<T>receiveFn((tally, value) -> {
                    tally.results.add(check.applyAsLong(value));
                    tally.latencies.arrived(due.applyAsLong(value), System.nanoTime());
                })
                .destroyFn(tally -> {
                    tally.results.close();
                    tally.latencies.close();
                })
                .preferredLocalParallelism(setup.parallelism())
                .build();
    }

    private static final class LateTally {
        private final Tally results = new Tally();
        private final Latencies latencies = new Latencies(SteadyRate.SKIPPED_NANOS);
    }
}
