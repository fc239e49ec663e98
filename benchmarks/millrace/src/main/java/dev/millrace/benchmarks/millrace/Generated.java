package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.GeneratorFunction;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.time.Duration;

/** Streams that are made up as they are read. */
final class Generated {
    private Generated() {}

    /** Records by their numbers, in no event time. */
    static <T> DataStream<T> stream(StreamExecutionEnvironment env, Setup setup, GeneratorFunction<Long, T> maker) {
        return env.fromSource(
                new DataGeneratorSource<>(maker, setup.records()), WatermarkStrategy.noWatermarks(), "generator");
    }

    /** Auction events; the generator's readers take epochs in turn, so that they move through event time together. */
    static DataStream<Event> events(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        long share = setup.share();
        int sources = setup.parallelism();
        WatermarkStrategy<Event> strategy = WatermarkStrategy.<Event>forBoundedOutOfOrderness(
                        Duration.ofMillis(Events.DISORDER_MILLIS))
                .withTimestampAssigner((event, before) -> event.time());
        return env.fromSource(
                new DataGeneratorSource<>(
                        index -> Events.event(Events.number(index % share, (int) (index / share), sources)),
                        setup.records()),
                timed ? strategy : WatermarkStrategy.noWatermarks(),
                "events");
    }

    /** The same as records. */
    static DataStream<EventRecord> eventRecords(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        long share = setup.share();
        int sources = setup.parallelism();
        WatermarkStrategy<EventRecord> strategy = WatermarkStrategy.<EventRecord>forBoundedOutOfOrderness(
                        Duration.ofMillis(Events.DISORDER_MILLIS))
                .withTimestampAssigner((event, before) -> event.time());
        return env.fromSource(
                new DataGeneratorSource<>(
                        index -> Events.eventRecord(Events.number(index % share, (int) (index / share), sources)),
                        setup.records()),
                timed ? strategy : WatermarkStrategy.noWatermarks(),
                "events");
    }
}
