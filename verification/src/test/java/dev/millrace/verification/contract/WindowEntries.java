package dev.millrace.verification.contract;

import static dev.millrace.verification.contract.KeyedEntries.keyed;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.WindowedStream;
import dev.millrace.stream.window.CalendarEventTimeWindows;
import dev.millrace.stream.window.CalendarProcessingTimeWindows;
import dev.millrace.stream.window.ContinuousEventTimeTrigger;
import dev.millrace.stream.window.ContinuousProcessingTimeTrigger;
import dev.millrace.stream.window.CountEvictor;
import dev.millrace.stream.window.CountTrigger;
import dev.millrace.stream.window.CumulativeEventTimeWindows;
import dev.millrace.stream.window.CumulativeProcessingTimeWindows;
import dev.millrace.stream.window.DeltaEvictor;
import dev.millrace.stream.window.DeltaTrigger;
import dev.millrace.stream.window.DynamicEventTimeSessionWindows;
import dev.millrace.stream.window.DynamicProcessingTimeSessionWindows;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.GlobalWindows;
import dev.millrace.stream.window.ProcessAllWindowFunction;
import dev.millrace.stream.window.ProcessWindowFunction;
import dev.millrace.stream.window.ProcessingTimeSessionWindows;
import dev.millrace.stream.window.PurgingTrigger;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.SlidingProcessingTimeWindows;
import dev.millrace.stream.window.TimeEvictor;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Happening;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Windows: every assigner, trigger and evictor, with each kind of function. */
final class WindowEntries {
    private static final OutputTag<Tuple2<String, Integer>> LATE = new OutputTag<>("late");
    private static final ReduceFunction<Tuple2<String, Integer>> ADD = (a, b) -> Tuple2.of(a.f0, a.f1 + b.f1);
    private static final int LONG = 1_500;

    private WindowEntries() {}

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        all.addAll(functions());
        all.addAll(assigners());
        all.addAll(triggers());
        all.addAll(evictors());
        all.addAll(withoutKeys());
        return all;
    }

    private static Entry entry(String name, Part part) {
        return Entry.of(name, Scripts.inTime(1, 25), board -> part.write(keyed(board, 0), board))
                .unordered();
    }

    /** What becomes of a keyed stream. */
    private interface Part {
        void write(KeyedStream<Tuple2<String, Integer>, String> stream, Board board) throws Exception;
    }

    private static WindowedStream<Tuple2<String, Integer>, String, TimeWindow> tumbling(
            KeyedStream<Tuple2<String, Integer>, String> stream) {
        return stream.window(TumblingEventTimeWindows.of(millis(10)));
    }

    private static List<Entry> functions() {
        return List.of(
                entry(
                        "window reduce",
                        (stream, board) -> board.result(tumbling(stream).reduce(ADD))),
                entry(
                        "window sum",
                        (stream, board) -> board.result(tumbling(stream).sum(1))),
                entry(
                        "window maxBy",
                        (stream, board) -> board.result(tumbling(stream).maxBy(1))),
                entry(
                        "window aggregate",
                        (stream, board) -> board.result(tumbling(stream).aggregate(new Mean()))),
                entry(
                        "window aggregate and process",
                        (stream, board) -> board.result(tumbling(stream).aggregate(new Mean(), new Shows<>()))),
                entry(
                        "window reduce and apply",
                        (stream, board) -> board.result(tumbling(stream)
                                .reduce(ADD, (key, window, sums, out) -> out.collect(key + window + Shown.of(sums))))),
                entry(
                        "window apply",
                        (stream, board) -> board.result(tumbling(stream)
                                .apply((key, window, all, out) -> out.collect(key + window + Shown.of(all))))),
                entry("window process with late records", (stream, board) -> {
                    SingleOutputStreamOperator<String> main = tumbling(stream)
                            .allowedLateness(millis(6))
                            .sideOutputLateData(LATE)
                            .process(new Shows<>());
                    board.result(main);
                    board.result(main.getSideOutput(LATE));
                }),
                entry(
                        "a long window",
                        (stream, board) -> board.result(tumbling(stream).<Integer>apply((key, window, all, out) -> {
                            for (int number = 0; number < LONG; number++) {
                                out.collect(number);
                            }
                        }))));
    }

    private static List<Entry> assigners() {
        return List.of(
                shown("sliding event-time windows", SlidingEventTimeWindows.of(millis(20), millis(5))),
                shown("sliding windows with gaps", SlidingEventTimeWindows.of(millis(5), millis(12), millis(3))),
                shown("cumulative windows", CumulativeEventTimeWindows.of(millis(20), millis(5))),
                entry(
                        "reduced cumulative windows",
                        (stream, board) ->
                                board.result(stream.window(CumulativeProcessingTimeWindows.of(millis(12), millis(4)))
                                        .reduce(ADD))),
                entry(
                        "reduced sliding windows",
                        (stream, board) -> board.result(stream.window(SlidingEventTimeWindows.of(millis(20), millis(5)))
                                .reduce(ADD))),
                shown("calendar windows", CalendarEventTimeWindows.of(Period.ofDays(1), ZoneOffset.UTC)),
                shown(
                        "calendar windows by the clock",
                        CalendarProcessingTimeWindows.of(Period.ofDays(1), ZoneOffset.UTC)),
                entry(
                        "reduced cumulative windows with late records",
                        (stream, board) ->
                                board.result(stream.window(CumulativeEventTimeWindows.of(millis(20), millis(5)))
                                        .allowedLateness(millis(6))
                                        .reduce(ADD))),
                shown("tumbling processing-time windows", TumblingProcessingTimeWindows.of(millis(8))),
                shown("sliding processing-time windows", SlidingProcessingTimeWindows.of(millis(12), millis(4))),
                shown("event-time sessions", EventTimeSessionWindows.withGap(millis(9))),
                shown("processing-time sessions", ProcessingTimeSessionWindows.withGap(millis(4))),
                shown(
                        "dynamic event-time sessions",
                        DynamicEventTimeSessionWindows.<Tuple2<String, Integer>>withDynamicGap(
                                pair -> 3 + pair.f1 % 9)),
                shown(
                        "dynamic processing-time sessions",
                        DynamicProcessingTimeSessionWindows.<Tuple2<String, Integer>>withDynamicGap(
                                pair -> 1 + pair.f1 % 6)),
                entry("reduced sessions with late records", (stream, board) -> {
                    SingleOutputStreamOperator<Tuple2<String, Integer>> main = stream.window(
                                    EventTimeSessionWindows.withGap(millis(7)))
                            .allowedLateness(millis(5))
                            .sideOutputLateData(LATE)
                            .reduce(ADD);
                    board.result(main);
                    board.result(main.getSideOutput(LATE));
                }),
                shown("windows until the end of the stream", GlobalWindows.createWithEndOfStreamTrigger()));
    }

    private static <W extends Window> Entry shown(
            String name, WindowAssigner<? super Tuple2<String, Integer>, W> assigner) {
        return entry(
                name, (stream, board) -> board.result(stream.window(assigner).process(new Shows<>())));
    }

    private static List<Entry> triggers() {
        return List.of(
                entry(
                        "count windows",
                        (stream, board) -> board.result(stream.countWindow(3).reduce(ADD))),
                entry(
                        "sliding count windows",
                        (stream, board) -> board.result(stream.countWindow(4, 2).process(new Shows<>()))),
                entry(
                        "a count trigger on time windows",
                        (stream, board) -> board.result(stream.window(TumblingEventTimeWindows.of(millis(30)))
                                .trigger(CountTrigger.of(2))
                                .process(new Shows<>()))),
                entry(
                        "a purging count trigger on sessions",
                        (stream, board) -> board.result(stream.window(EventTimeSessionWindows.withGap(millis(15)))
                                .trigger(PurgingTrigger.of(CountTrigger.of(2)))
                                .process(new Shows<>()))),
                entry(
                        "a continuous event-time trigger",
                        (stream, board) -> board.result(stream.window(TumblingEventTimeWindows.of(millis(40)))
                                .trigger(ContinuousEventTimeTrigger.of(millis(11)))
                                .process(new Shows<>()))),
                entry(
                        "a continuous event-time trigger on sessions",
                        (stream, board) -> board.result(stream.window(EventTimeSessionWindows.withGap(millis(20)))
                                .trigger(ContinuousEventTimeTrigger.of(millis(7)))
                                .reduce(ADD))),
                entry(
                        "a continuous processing-time trigger",
                        (stream, board) -> board.result(stream.window(TumblingEventTimeWindows.of(millis(40)))
                                .trigger(ContinuousProcessingTimeTrigger.of(millis(3)))
                                .reduce(ADD))),
                entry(
                        "a delta trigger",
                        (stream, board) -> board.result(stream.window(GlobalWindows.create())
                                .trigger(DeltaTrigger.of(5, (a, b) -> b.f1 - a.f1))
                                .process(new Shows<>()))));
    }

    private static List<Entry> evictors() {
        return List.of(
                entry(
                        "a count evictor",
                        (stream, board) -> board.result(
                                tumbling(stream).evictor(CountEvictor.of(2)).process(new Shows<>()))),
                entry(
                        "a count evictor that works afterwards",
                        (stream, board) -> board.result(stream.window(GlobalWindows.create())
                                .trigger(CountTrigger.of(2))
                                .evictor(CountEvictor.of(3, true))
                                .reduce(ADD))),
                entry(
                        "a time evictor",
                        (stream, board) ->
                                board.result(stream.window(SlidingEventTimeWindows.of(millis(20), millis(10)))
                                        .evictor(TimeEvictor.of(millis(6)))
                                        .aggregate(new Mean()))),
                entry(
                        "a delta evictor on sessions",
                        (stream, board) -> board.result(stream.window(EventTimeSessionWindows.withGap(millis(12)))
                                .evictor(DeltaEvictor.of(8, (a, b) -> b.f1 - a.f1))
                                .process(new Shows<>()))));
    }

    private static List<Entry> withoutKeys() {
        List<Happening> script = Scripts.inTime(1, 25);
        return List.of(
                Entry.of(
                        "windowAll reduce",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .windowAll(TumblingEventTimeWindows.of(millis(10)))
                                .reduce((a, b) -> Tuple2.of("all", a.f1 + b.f1)))),
                Entry.of(
                        "windowAll process",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .windowAll(EventTimeSessionWindows.withGap(millis(4)))
                                .process(new ShowsAll<>()))),
                Entry.of(
                        "windowAll with an evictor",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .windowAll(TumblingEventTimeWindows.of(millis(20)))
                                .trigger(CountTrigger.of(2))
                                .evictor(CountEvictor.of(3))
                                .process(new ShowsAll<>()))),
                Entry.of(
                        "windowAll with an evictor that works afterwards",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .windowAll(EventTimeSessionWindows.withGap(millis(12)))
                                .allowedLateness(millis(10))
                                .evictor(TimeEvictor.of(millis(5), true))
                                .process(new ShowsAll<>()))),
                Entry.of(
                        "countWindowAll",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .countWindowAll(5, 2)
                                .process(new ShowsAll<>()))));
    }

    private static final class Mean implements AggregateFunction<Tuple2<String, Integer>, long[], String> {
        @Override
        public long[] createAccumulator() {
            return new long[2];
        }

        @Override
        public long[] add(Tuple2<String, Integer> value, long[] accumulator) {
            accumulator[0] += value.f1;
            accumulator[1]++;
            return accumulator;
        }

        @Override
        public String getResult(long[] accumulator) {
            return accumulator[0] + "/" + accumulator[1];
        }

        @Override
        public long[] merge(long[] a, long[] b) {
            return new long[] {a[0] + b[0], a[1] + b[1]};
        }
    }

    /** Shows what it is given, and how often its key has fired. */
    private static final class Shows<T, W extends Window> extends ProcessWindowFunction<T, String, String, W> {
        @Override
        public void process(String key, Context context, Iterable<T> elements, Collector<String> out) throws Exception {
            ValueState<Integer> fired =
                    context.globalState().getState(new ValueStateDescriptor<>("fired", Integer.class, 0));
            fired.update(fired.value() + 1);
            out.collect(key + " " + context.window().maxTimestamp() + " at " + context.currentWatermark() + ": "
                    + Shown.of(elements) + " " + fired.value());
        }
    }

    private static final class ShowsAll<W extends Window>
            extends ProcessAllWindowFunction<Tuple2<String, Integer>, String, W> {
        @Override
        public void process(Context context, Iterable<Tuple2<String, Integer>> elements, Collector<String> out) {
            out.collect(context.window().maxTimestamp() + ": " + Shown.of(elements));
        }
    }
}
