package dev.millrace.verification.contract;

import static dev.millrace.verification.contract.KeyedEntries.KEY;
import static dev.millrace.verification.contract.KeyedEntries.keyed;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.BroadcastState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReadOnlyBroadcastState;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.broadcast.BroadcastProcessFunction;
import dev.millrace.stream.broadcast.KeyedBroadcastProcessFunction;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Happening;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Operators that bring two streams together. */
final class JoinEntries {
    private static final OutputTag<Tuple2<String, Integer>> LATE_LEFT = new OutputTag<>("late left");
    private static final OutputTag<Tuple2<String, Integer>> LATE_RIGHT = new OutputTag<>("late right");
    private static final MapStateDescriptor<String, Integer> RULES =
            new MapStateDescriptor<>("rules", String.class, Integer.class);
    private static final ValueStateDescriptor<Integer> LAST = new ValueStateDescriptor<>("last", Integer.class);

    private JoinEntries() {}

    static List<Entry> all() {
        List<Happening> two = Scripts.inTime(2, 30);
        return List.of(
                Entry.of(
                                "window join",
                                two,
                                board -> board.result(first(board)
                                        .join(second(board))
                                        .where(KEY)
                                        .equalTo(KEY)
                                        .window(TumblingEventTimeWindows.of(Duration.ofMillis(20)))
                                        .apply((left, right) -> left + " with " + right)))
                        .unordered(),
                Entry.of(
                                "sliding window join, flat",
                                two,
                                board -> board.result(first(board)
                                        .join(second(board))
                                        .where(KEY)
                                        .equalTo(KEY)
                                        .window(SlidingEventTimeWindows.of(
                                                Duration.ofMillis(20), Duration.ofMillis(10)))
                                        .<String>apply((left, right, out) -> out.collect(left + " with " + right))))
                        .unordered(),
                Entry.of(
                                "coGroup",
                                two,
                                board -> board.result(first(board)
                                        .coGroup(second(board))
                                        .where(KEY)
                                        .equalTo(KEY)
                                        .window(EventTimeSessionWindows.withGap(Duration.ofMillis(8)))
                                        .<String>apply((left, right, out) ->
                                                out.collect(Shown.of(left) + " with " + Shown.of(right)))))
                        .unordered(),
                Entry.of("interval join", two, board -> {
                    SingleOutputStreamOperator<String> main = keyed(board, 0)
                            .intervalJoin(keyed(board, 1))
                            .between(Duration.ofMillis(-6), Duration.ofMillis(9))
                            .sideOutputLeftLateData(LATE_LEFT)
                            .sideOutputRightLateData(LATE_RIGHT)
                            .process(new Joins());
                    board.result(main);
                    board.result(main.getSideOutput(LATE_LEFT));
                    board.result(main.getSideOutput(LATE_RIGHT));
                }),
                Entry.of(
                        "broadcast rules",
                        two,
                        board -> board.result(first(board)
                                .connect(second(board).broadcast(RULES))
                                .process(new Rules()))),
                Entry.of(
                                "broadcast rules on keys",
                                two,
                                board -> board.result(keyed(board, 0)
                                        .connect(second(board).broadcast(RULES))
                                        .process(new KeyedRules())))
                        .unordered());
    }

    private static DataStream<Tuple2<String, Integer>> first(Board board) {
        return board.input(0);
    }

    private static DataStream<Tuple2<String, Integer>> second(Board board) {
        return board.input(1);
    }

    private static final class Joins
            extends ProcessJoinFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(
                Tuple2<String, Integer> left, Tuple2<String, Integer> right, Context ctx, Collector<String> out) {
            out.collect(left + " with " + right + " at " + ctx.getLeftTimestamp() + "," + ctx.getRightTimestamp());
        }
    }

    private static TreeMap<String, Integer> sorted(Iterable<Map.Entry<String, Integer>> entries) {
        TreeMap<String, Integer> sorted = new TreeMap<>(Comparator.naturalOrder());
        entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Each instance has all rules; only one says so, because all take them. */
    private static final class Rules
            extends BroadcastProcessFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> value, ReadOnlyContext ctx, Collector<String> out)
                throws Exception {
            ReadOnlyBroadcastState<String, Integer> rules = ctx.getBroadcastState(RULES);
            out.collect(value + " under " + sorted(rules.immutableEntries()) + " at " + ctx.currentWatermark());
        }

        @Override
        public void processBroadcastElement(Tuple2<String, Integer> value, Context ctx, Collector<String> out)
                throws Exception {
            BroadcastState<String, Integer> rules = ctx.getBroadcastState(RULES);
            rules.put(value.f0, value.f1);
            if (value.f1 % 5 == 0) {
                rules.remove("k1");
            }
        }
    }

    /** A rule shows and changes the state of all keys. */
    private static final class KeyedRules
            extends KeyedBroadcastProcessFunction<String, Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> value, ReadOnlyContext ctx, Collector<String> out)
                throws Exception {
            ValueState<Integer> last = getRuntimeContext().getState(LAST);
            out.collect(value + " after " + last.value() + " under "
                    + sorted(ctx.getBroadcastState(RULES).immutableEntries()));
            last.update(value.f1);
            ctx.timerService().registerEventTimeTimer(ctx.timestamp() + 10);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            out.collect(ctx.getCurrentKey() + " at " + timestamp + " under "
                    + sorted(ctx.getBroadcastState(RULES).immutableEntries()));
        }

        @Override
        public void processBroadcastElement(Tuple2<String, Integer> value, Context ctx, Collector<String> out)
                throws Exception {
            ctx.getBroadcastState(RULES).put(value.f0, value.f1);
            ctx.applyToKeyedState(LAST, (key, last) -> {
                out.collect(key + " had " + last.value());
                if (value.f1 % 3 == 0) {
                    last.clear();
                } else {
                    last.update(value.f1);
                }
            });
        }
    }
}
