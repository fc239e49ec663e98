package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.row.Row;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyedRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(3);

    record Reading(String sensor, int value, double weight) {}

    /** A plain object. */
    public static final class Sensor {
        public String name;
        public long count;

        public Sensor() {}

        Sensor(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String toString() {
            return name + count;
        }
    }

    private static final List<Reading> READINGS = IntStream.range(0, 600)
            .mapToObj(i -> new Reading("s" + i % 7, (i * 37) % 101, i / 8.0))
            .toList();

    private static <T> List<T> running(List<T> records, Function<T, String> key, BinaryOperator<T> join) {
        Map<String, T> state = new HashMap<>();
        List<T> results = new ArrayList<>();
        records.forEach(value -> results.add(state.merge(key.apply(value), value, join)));
        return results;
    }

    @Test
    void aReduceOfAKeyShowsEveryStepOfIt() throws Exception {
        List<Reading> results = Runs.results(environment
                .fromData(READINGS)
                .keyBy(Reading::sensor)
                .reduce((a, b) -> new Reading(a.sensor(), a.value() + b.value(), b.weight())));
        assertThat(results)
                .containsExactlyInAnyOrderElementsOf(running(
                        READINGS,
                        Reading::sensor,
                        (a, b) -> new Reading(a.sensor(), a.value() + b.value(), b.weight())));
    }

    @Test
    void aggregationsOfRecordsByNameFollowTheirDefinitions() throws Exception {
        KeyedStream<Reading, Tuple> keyed = environment.fromData(READINGS).keyBy("sensor");
        CloseableIterator<Reading> sums = keyed.sum("value").collectAsync();
        CloseableIterator<Reading> minima = keyed.min("value").collectAsync();
        CloseableIterator<Reading> maxima = keyed.max(2).collectAsync();
        CloseableIterator<Reading> lowest = keyed.minBy("value").collectAsync();
        CloseableIterator<Reading> highest = keyed.maxBy("value", false).collectAsync();
        environment.execute("aggregations");
        assertRunning(sums, (a, b) -> new Reading(a.sensor(), a.value() + b.value(), a.weight()));
        assertRunning(minima, (a, b) -> new Reading(a.sensor(), Math.min(a.value(), b.value()), a.weight()));
        assertRunning(maxima, (a, b) -> new Reading(a.sensor(), a.value(), Math.max(a.weight(), b.weight())));
        assertRunning(lowest, (a, b) -> b.value() < a.value() ? b : a);
        assertRunning(highest, (a, b) -> b.value() >= a.value() ? b : a);
    }

    private static void assertRunning(CloseableIterator<Reading> actual, BinaryOperator<Reading> join) {
        List<Reading> all = new ArrayList<>();
        actual.forEachRemaining(all::add);
        assertThat(all).containsExactlyInAnyOrderElementsOf(running(READINGS, Reading::sensor, join));
    }

    @Test
    void sumsOfTuplesRowsAndObjects() throws Exception {
        List<Tuple2<String, Integer>> tuples = Runs.results(environment
                .fromData(Tuple2.of("a", 1), Tuple2.of("b", 5), Tuple2.of("a", 2))
                .keyBy(0)
                .sum(1));
        assertThat(tuples).containsExactlyInAnyOrder(Tuple2.of("a", 1), Tuple2.of("b", 5), Tuple2.of("a", 3));
        List<Row> rows = Runs.results(
                environment.fromData(Row.of("a", 1L), Row.of("a", 2L)).keyBy(0).sum(1));
        assertThat(rows).containsExactlyInAnyOrder(Row.of("a", 1L), Row.of("a", 3L));
        List<Sensor> objects = Runs.results(environment
                .fromData(new Sensor("a", 1), new Sensor("b", 4), new Sensor("a", 2))
                .keyBy("name")
                .sum("count"));
        assertThat(objects).extracting(Sensor::toString).containsExactlyInAnyOrder("a1", "b4", "a3");
    }

    @Test
    void aReduceThatChangesItsArgumentGivesWhatFreshObjectsWouldGive() throws Exception {
        List<Tuple2<Long, Long>> pairs =
                LongStream.range(0, 900).mapToObj(i -> Tuple2.of(i % 5, i)).toList();
        List<Tuple2<Long, Long>> results = Runs.results(environment
                .fromData(pairs)
                .keyBy(pair -> pair.f0)
                .reduce((a, b) -> {
                    a.f1 += b.f1;
                    b.f1 = -1L;
                    return a;
                })
                .map(pair -> pair));
        List<Tuple2<Long, Long>> fresh =
                pairs.stream().map(p -> Tuple2.of(p.f0, p.f1)).toList();
        assertThat(results)
                .containsExactlyInAnyOrderElementsOf(
                        running(fresh, p -> p.f0.toString(), (a, b) -> Tuple2.of(a.f0, a.f1 + b.f1)));
    }

    /** Counts the records of a key and tells the count when event time ends. */
    private static final class CountAtEnd extends KeyedProcessFunction<String, Reading, Tuple2<String, Long>> {

        private transient ValueState<Long> count;
        private transient MapState<Integer, Integer> values;
        private transient ListState<Double> weights;

        @Override
        public void open(OpenContext openContext) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
            values = getRuntimeContext().getMapState(new MapStateDescriptor<>("values", Integer.class, Integer.class));
            weights = getRuntimeContext().getListState(new ListStateDescriptor<>("weights", Double.class));
        }

        @Override
        public void processElement(Reading value, Context ctx, Collector<Tuple2<String, Long>> out) throws Exception {
            count.update(count.value() == null ? 1 : count.value() + 1);
            values.put(value.value(), 1);
            weights.add(value.weight());
            ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<Tuple2<String, Long>> out) throws Exception {
            long listed = getRuntimeContext()
                            .getListState(new ListStateDescriptor<>("never filled", String.class))
                            .get()
                            .iterator()
                            .hasNext()
                    ? 1
                    : 0;
            for (Double weight : weights.get()) {
                listed += weight >= 0 ? 1 : 0;
            }
            long distinct = 0;
            for (Integer value : values.keys()) {
                distinct += value >= 0 ? 1 : 0;
            }
            out.collect(Tuple2.of(ctx.getCurrentKey() + " " + listed + " " + distinct, count.value()));
        }
    }

    @Test
    void stateAndTimersOfAKeyAreItsOwn() throws Exception {
        List<Tuple2<String, Long>> results = Runs.results(
                environment.fromData(READINGS).keyBy(Reading::sensor).process(new CountAtEnd()));
        Map<String, List<Reading>> bySensor = new TreeMap<>();
        READINGS.forEach(r ->
                bySensor.computeIfAbsent(r.sensor(), s -> new ArrayList<>()).add(r));
        List<Tuple2<String, Long>> expected = new ArrayList<>();
        bySensor.forEach((sensor, readings) -> {
            long distinct = readings.stream().map(Reading::value).distinct().count();
            expected.add(Tuple2.of(sensor + " " + readings.size() + " " + distinct, (long) readings.size()));
        });
        Runs.assertSameRecords(results, expected);
    }

    /** Joins both sides of a key, whichever comes first. */
    private static final class Join extends KeyedCoProcessFunction<Integer, Tuple2<Integer, String>, Integer, String> {

        private transient ValueState<String> left;
        private transient ValueState<Integer> right;

        @Override
        public void open(OpenContext openContext) {
            left = getRuntimeContext().getState(new ValueStateDescriptor<>("left", String.class));
            right = getRuntimeContext().getState(new ValueStateDescriptor<>("right", Integer.class));
        }

        @Override
        public void processElement1(Tuple2<Integer, String> value, Context ctx, Collector<String> out)
                throws Exception {
            left.update(value.f1);
            emit(ctx, out);
        }

        @Override
        public void processElement2(Integer value, Context ctx, Collector<String> out) throws Exception {
            right.update(value);
            emit(ctx, out);
        }

        private void emit(Context ctx, Collector<String> out) throws Exception {
            if (left.value() != null && right.value() != null) {
                out.collect(ctx.getCurrentKey() + left.value() + right.value());
            }
        }
    }

    @Test
    void twoKeyedStreamsMeetInTheStateOfTheirKey() throws Exception {
        List<Tuple2<Integer, String>> left =
                IntStream.range(0, 200).mapToObj(i -> Tuple2.of(i, "v")).toList();
        List<Integer> right = IntStream.range(100, 300).boxed().toList();
        List<String> results = Runs.results(environment
                .fromData(left)
                .connect(environment.fromData(right))
                .keyBy(pair -> pair.f0, number -> number)
                .process(new Join()));
        assertThat(results)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(100, 200).mapToObj(i -> i + "v" + i).toList());
    }
}
