package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.CoGroupFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinsRunTest {

    private static final int RECORDS = 600;
    private static final int KEYS = 7;

    /** Numbers that are their own timestamps, a little out of order. */
    private static DataStream<Long> numbers(StreamExecutionEnvironment environment, int step) {
        List<Long> values = new ArrayList<>();
        for (long number = 0; number < RECORDS; number += step) {
            values.add(number % 10 < 5 ? number + 3 : number - 3);
        }
        return environment
                .fromData(values)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forBoundedOutOfOrderness(Duration.ofMillis(20))
                        .withTimestampAssigner((value, timestamp) -> value));
    }

    private static List<Long> values(int step) {
        List<Long> values = new ArrayList<>();
        for (long number = 0; number < RECORDS; number += step) {
            values.add(number % 10 < 5 ? number + 3 : number - 3);
        }
        return values;
    }

    @Test
    void aWindowJoinGivesWhatNestedLoopsGive() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        List<Tuple2<Long, Long>> results = Runs.results(numbers(environment, 1)
                .join(numbers(environment, 2))
                .where(one -> one % KEYS)
                .equalTo(two -> two % KEYS)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(50)))
                .apply((JoinFunction<Long, Long, Tuple2<Long, Long>>) Tuple2::of));
        List<Tuple2<Long, Long>> expected = new ArrayList<>();
        for (long one : values(1)) {
            for (long two : values(2)) {
                if (one % KEYS == two % KEYS && Math.floorDiv(one, 50) == Math.floorDiv(two, 50)) {
                    expected.add(Tuple2.of(one, two));
                }
            }
        }
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aCoGroupGivesAnOuterJoin() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        CoGroupFunction<Long, Long, String> counts = (ones, twos, out) -> {
            List<Long> left = new ArrayList<>();
            List<Long> right = new ArrayList<>();
            ones.forEach(left::add);
            twos.forEach(right::add);
            out.collect(left.size() + "/" + right.size());
        };
        List<String> results = Runs.results(environment
                .fromData(1L, 2L, 3L, 11L)
                .assignTimestampsAndWatermarks(byValue())
                .coGroup(environment.fromData(2L, 21L).assignTimestampsAndWatermarks(byValue()))
                .where(one -> "k")
                .equalTo(two -> "k")
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(10)))
                .apply(counts));
        assertThat(results).containsExactlyInAnyOrder("3/1", "1/0", "0/1");
    }

    private static WatermarkStrategy<Long> byValue() {
        return WatermarkStrategy.<Long>forMonotonousTimestamps().withTimestampAssigner((value, timestamp) -> value);
    }

    /** Makes pairs. */
    private static final class Pairs extends ProcessJoinFunction<Long, Long, Tuple2<Long, Long>> {

        @Override
        public void processElement(Long left, Long right, Context ctx, Collector<Tuple2<Long, Long>> out) {
            out.collect(Tuple2.of(left, right));
        }
    }

    @Test
    void anIntervalJoinGivesWhatNestedLoopsGive() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        KeyedStream<Long, Long> left = numbers(environment, 1).keyBy(one -> one % KEYS);
        KeyedStream<Long, Long> right = numbers(environment, 3).keyBy(two -> two % KEYS);
        List<Tuple2<Long, Long>> results = Runs.results(left.intervalJoin(right)
                .between(Duration.ofMillis(-14), Duration.ofMillis(21))
                .lowerBoundExclusive()
                .upperBoundExclusive()
                .process(new Pairs()));
        List<Tuple2<Long, Long>> expected = new ArrayList<>();
        for (long one : values(1)) {
            for (long two : values(3)) {
                if (one % KEYS == two % KEYS && two - one > -14 && two - one < 21) {
                    expected.add(Tuple2.of(one, two));
                }
            }
        }
        assertThat(results).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anIntervalOfProcessingTimeIsRefused() {
        KeyedStream<Long, Long> stream = Runs.environment(1).fromData(1L).keyBy(one -> one);
        assertThatThrownBy(() -> stream.intervalJoin(stream).inProcessingTime()).hasMessageContaining("event time");
    }
}
