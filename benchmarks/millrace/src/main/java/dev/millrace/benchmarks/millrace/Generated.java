package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.io.Serializable;
import java.time.Duration;

/** Streams that are made up as they are read. */
final class Generated {
    private Generated() {}

    /** Makes a record from its number. */
    interface ByNumber<T> extends Serializable {
        T make(long number);
    }

    /** Makes a record from its number and the time at which it is due. */
    interface ByNumberAndTime<T> extends Serializable {
        T make(long number, long due);
    }

    static <T> DataStream<T> stream(StreamExecutionEnvironment env, Setup setup, ByNumber<T> maker) {
        NumberSource<T> source = new NumberSource<>(
                setup.share(),
                NumberSource.Schedule.AT_ONCE,
                (index, from, sources, due, out) -> out.emit(maker.make(index * sources + from)));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "generator");
    }

    static <T> DataStream<T> steady(StreamExecutionEnvironment env, Setup setup, ByNumberAndTime<T> maker) {
        long share = setup.share();
        NumberSource<T> source = new NumberSource<>(
                share,
                NumberSource.Schedule.STEADY,
                (index, from, sources, due, out) -> out.emit(maker.make(from * share + index, due)));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "schedule");
    }

    static DataStream<Event> events(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        NumberSource<Event> source =
                new NumberSource<>(setup.share(), NumberSource.Schedule.AT_ONCE, (index, from, sources, due, out) -> {
                    Event event = Events.event(Events.number(index, from, sources));
                    out.emit(event, event.time());
                });
        return env.fromSource(source, strategy(timed), "events");
    }

    static DataStream<EventRecord> eventRecords(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        NumberSource<EventRecord> source =
                new NumberSource<>(setup.share(), NumberSource.Schedule.AT_ONCE, (index, from, sources, due, out) -> {
                    EventRecord event = Events.eventRecord(Events.number(index, from, sources));
                    out.emit(event, event.time());
                });
        return env.fromSource(source, strategy(timed), "events");
    }

    private static <T> WatermarkStrategy<T> strategy(boolean timed) {
        return timed
                ? WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(Events.DISORDER_MILLIS))
                : WatermarkStrategy.noWatermarks();
    }
}
