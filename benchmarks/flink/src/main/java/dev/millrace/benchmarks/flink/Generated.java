package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.nexmark.Event;
import dev.millrace.benchmarks.workload.nexmark.EventRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

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

    static <T> DataStream<T> stream(
            StreamExecutionEnvironment env, Setup setup, TypeInformation<T> type, ByNumber<T> maker) {
        NumberSource<T> source = new NumberSource<>(
                setup.share(),
                type,
                NumberSource.Schedule.AT_ONCE,
                (index, from, sources, due, out) -> out.emit(maker.make(index * sources + from)));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "generator");
    }

    static <T> DataStream<T> steady(
            StreamExecutionEnvironment env, Setup setup, TypeInformation<T> type, ByNumberAndTime<T> maker) {
        long share = setup.share();
        NumberSource<T> source = new NumberSource<>(
                share,
                type,
                NumberSource.Schedule.STEADY,
                (index, from, sources, due, out) -> out.emit(maker.make(from * share + index, due)));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "schedule");
    }

    static DataStream<Event> events(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        NumberSource<Event> source = new NumberSource<>(
                setup.share(),
                TypeInformation.of(Event.class),
                NumberSource.Schedule.AT_ONCE,
                (index, from, sources, due, out) -> {
                    Event event = Events.event(Events.number(index, from, sources));
                    out.emit(event, event.time());
                });
        return env.fromSource(source, strategy(timed), "events");
    }

    static DataStream<EventRecord> eventRecords(StreamExecutionEnvironment env, Setup setup, boolean timed) {
        NumberSource<EventRecord> source = new NumberSource<>(
                setup.share(),
                TypeInformation.of(EventRecord.class),
                NumberSource.Schedule.AT_ONCE,
                (index, from, sources, due, out) -> {
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
