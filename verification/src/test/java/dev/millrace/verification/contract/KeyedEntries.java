package dev.millrace.verification.contract;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.rich.RichFlatMapFunction;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.StateTtlConfig;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStreamUtils;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Operators with keys, their state and their timers. */
final class KeyedEntries {
    static final KeySelector<Tuple2<String, Integer>, String> KEY = pair -> pair.f0;

    private KeyedEntries() {}

    static KeyedStream<Tuple2<String, Integer>, String> keyed(Board board, int input) {
        return board.<Tuple2<String, Integer>>input(input).keyBy(KEY);
    }

    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        all.addAll(state());
        all.addAll(TimerEntries.all());
        all.addAll(others());
        return all;
    }

    private static List<Entry> state() {
        List<Happening> one = Scripts.inTime(1, 25);
        return List.of(
                Entry.of(
                        "reduce",
                        one,
                        board -> board.result(
                                keyed(board, 0).reduce((sum, next) -> Tuple2.of(sum.f0, sum.f1 + next.f1)))),
                Entry.of("sum", one, board -> board.result(keyed(board, 0).sum(1))),
                Entry.of("min and maxBy", one, board -> {
                    board.result(keyed(board, 0).min(1));
                    board.result(keyed(board, 0).maxBy(1, false));
                }),
                Entry.of(
                        "flatMap with state",
                        one,
                        board -> board.result(keyed(board, 0).flatMap(new Pairs()))),
                Entry.of(
                        "every kind of state",
                        one,
                        board -> board.result(keyed(board, 0).process(new AllStates()))),
                Entry.of(
                        "state that expires",
                        one,
                        board -> board.result(keyed(board, 0).process(new Fades()))));
    }

    private static List<Entry> others() {
        List<Happening> one = Scripts.inTime(1, 25);
        List<Happening> two = Scripts.inTime(2, 30);
        return List.of(
                Entry.of(
                        "an older process function on keys",
                        one,
                        board -> board.result(keyed(board, 0).process(new Older()))),
                Entry.of(
                        "keyed already",
                        one,
                        board -> board.result(DataStreamUtils.reinterpretAsKeyedStream(
                                        keyed(board, 0).map(pair -> Tuple2.of(pair.f0, pair.f1 + 1)), KEY)
                                .sum(1))),
                Entry.of(
                                "keyed co-process",
                                two,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .connect(board.<Tuple2<String, Integer>>input(1))
                                        .keyBy(KEY, KEY)
                                        .process(new Meets())))
                        .unordered());
    }

    /** Emits two records of a key at a time. */
    private static final class Pairs extends RichFlatMapFunction<Tuple2<String, Integer>, String> {
        @Override
        public void flatMap(Tuple2<String, Integer> pair, Collector<String> out) throws Exception {
            ValueState<Tuple2<String, Integer>> first =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("first"));
            if (first.value() == null) {
                first.update(pair);
            } else {
                out.collect(first.value() + " and " + pair);
                first.clear();
            }
        }
    }

    private static final class Sum implements AggregateFunction<Integer, Tuple2<Integer, Integer>, String> {
        @Override
        public Tuple2<Integer, Integer> createAccumulator() {
            return Tuple2.of(0, 0);
        }

        @Override
        public Tuple2<Integer, Integer> add(Integer value, Tuple2<Integer, Integer> sum) {
            sum.f0 += value;
            sum.f1++;
            return sum;
        }

        @Override
        public String getResult(Tuple2<Integer, Integer> sum) {
            return sum.f0 + "/" + sum.f1;
        }

        @Override
        public Tuple2<Integer, Integer> merge(Tuple2<Integer, Integer> a, Tuple2<Integer, Integer> b) {
            return Tuple2.of(a.f0 + b.f0, a.f1 + b.f1);
        }
    }

    /** Uses all kinds of state, changes values in place, and clears everything now and then. */
    private static final class AllStates extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) throws Exception {
            var value = getRuntimeContext().getState(new ValueStateDescriptor<Tuple2<String, Integer>>("value"));
            ListState<Integer> list =
                    getRuntimeContext().getListState(new ListStateDescriptor<>("list", Integer.class));
            MapState<String, Integer> map =
                    getRuntimeContext().getMapState(new MapStateDescriptor<>("map", String.class, Integer.class));
            var reducing = getRuntimeContext()
                    .getReducingState(new ReducingStateDescriptor<>("reducing", Integer::sum, Integer.class));
            var aggregating =
                    getRuntimeContext().getAggregatingState(new AggregatingStateDescriptor<>("aggregating", new Sum()));
            if (pair.f1 % 7 == 6) {
                list.clear();
                map.clear();
                reducing.clear();
                aggregating.clear();
                value.clear();
            }
            Tuple2<String, Integer> seen = value.value() == null ? Tuple2.of("", 0) : value.value();
            seen.f0 = pair.f0;
            seen.f1++;
            value.update(seen);
            list.add(pair.f1);
            map.put("m" + pair.f1 % 3, pair.f1);
            map.remove("m" + (pair.f1 + 1) % 5);
            reducing.add(pair.f1);
            aggregating.add(pair.f1);
            StringBuilder all = new StringBuilder();
            list.get().forEach(all::append);
            Shown.of(map).forEach((name, number) -> all.append(' ').append(name).append(number));
            out.collect(value.value() + " " + all + " " + reducing.get() + " " + aggregating.get());
        }
    }

    /** Shows a count that expires when it is not written for a while. */
    private static final class Fades extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) throws Exception {
            ValueStateDescriptor<Integer> descriptor = new ValueStateDescriptor<>("count", Integer.class);
            MapStateDescriptor<Integer, Integer> squares =
                    new MapStateDescriptor<>("squares", Integer.class, Integer.class);
            StateTtlConfig life =
                    StateTtlConfig.newBuilder(Duration.ofMillis(12)).build();
            descriptor.enableTimeToLive(life);
            squares.enableTimeToLive(life);
            ValueState<Integer> count = getRuntimeContext().getState(descriptor);
            MapState<Integer, Integer> map = getRuntimeContext().getMapState(squares);
            count.update(count.value() == null ? 1 : count.value() + 1);
            map.put(pair.f1, pair.f1 * pair.f1);
            out.collect(pair.f0 + " " + count.value() + " " + Shown.of(map));
        }
    }

    private static final class Older extends ProcessFunction<Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) throws Exception {
            ListState<Integer> all = getRuntimeContext().getListState(new ListStateDescriptor<>("all", Integer.class));
            all.add(pair.f1);
            out.collect(pair.f0 + Shown.of(all.get()));
            ctx.timerService().registerEventTimeTimer(ctx.timestamp() + 5);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            getRuntimeContext()
                    .getListState(new ListStateDescriptor<>("all", Integer.class))
                    .clear();
        }
    }

    /** Pairs records of both inputs by key, and lets those go that wait too long. */
    private static final class Meets
            extends KeyedCoProcessFunction<String, Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        private ListState<Integer> waiting(String side) {
            return getRuntimeContext().getListState(new ListStateDescriptor<>(side, Integer.class));
        }

        private void meet(String own, String other, Tuple2<String, Integer> value, Context ctx, Collector<String> out)
                throws Exception {
            for (int each : waiting(other).get()) {
                out.collect(own + value + " meets " + each);
            }
            waiting(own).add(value.f1);
            ctx.timerService().registerEventTimeTimer(ctx.timestamp() + 30);
        }

        @Override
        public void processElement1(Tuple2<String, Integer> value, Context ctx, Collector<String> out)
                throws Exception {
            meet("left", "right", value, ctx, out);
        }

        @Override
        public void processElement2(Tuple2<String, Integer> value, Context ctx, Collector<String> out)
                throws Exception {
            meet("right", "left", value, ctx, out);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            out.collect(ctx.getCurrentKey() + " gave up at " + timestamp);
            waiting("left").clear();
        }
    }
}
