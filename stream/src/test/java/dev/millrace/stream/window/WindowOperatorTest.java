package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WindowOperatorTest {

    private static final KeySelector<Tuple2<String, Integer>, String> WORD = pair -> pair.f0;
    private static final ReduceFunction<Tuple2<String, Integer>> ADD = (a, b) -> Tuple2.of(a.f0, a.f1 + b.f1);
    private static final OutputTag<Tuple2<String, Integer>> LATE = new OutputTag<>("late");

    private static Tuple2<String, Integer> pair(String key, int value) {
        return Tuple2.of(key, value);
    }

    private static WindowSpec<Tuple2<String, Integer>, TimeWindow> tumbling(long millis) {
        return WindowSpec.of(TumblingEventTimeWindows.of(Duration.ofMillis(millis)));
    }

    private static OperatorTrial<Tuple2<String, Integer>, Tuple2<String, Integer>> sums(
            WindowSpec<Tuple2<String, Integer>, TimeWindow> spec) throws Exception {
        return OperatorTrial.of(WindowOperators.reduce(spec, ADD, WindowCall.none()), WORD);
    }

    @Test
    void aTumblingWindowFiresWhenTheWatermarkPassesItsEndWithItsLastTimestamp() throws Exception {
        var trial = sums(tumbling(10));
        trial.record(pair("a", 1), 0)
                .record(pair("a", 2), 9)
                .record(pair("a", 4), 10)
                .watermark(8);
        assertThat(trial.values()).isEmpty();
        trial.watermark(9);
        assertThat(trial.results()).containsExactly(new OperatorTrial.Result<>(pair("a", 3), 9));
        trial.watermark(Long.MAX_VALUE);
        assertThat(trial.values()).containsExactly(pair("a", 3), pair("a", 4));
        assertThat(trial.kept()).isZero();
    }

    @Test
    void anOffsetMovesTheWindowsAndNegativeTimestampsFallIntoTheRightOnes() {
        Span span = Span.tumbling(Duration.ofMillis(10), Duration.ofMillis(3));
        assertThat(span.windows(2)).containsExactly(new TimeWindow(-7, 3));
        assertThat(span.windows(3)).containsExactly(new TimeWindow(3, 13));
        assertThat(Span.tumbling(Duration.ofMillis(10), Duration.ZERO).windows(-1))
                .containsExactly(new TimeWindow(-10, 0));
        assertThat(Span.sliding(Duration.ofMillis(10), Duration.ofMillis(5), Duration.ZERO)
                        .windows(12))
                .containsExactly(new TimeWindow(10, 20), new TimeWindow(5, 15));
    }

    @Test
    void aLateRecordWithinTheAllowedLatenessFiresItsWindowAgain() throws Exception {
        var trial = sums(tumbling(10).withAllowedLateness(5).withLateTag(LATE));
        trial.record(pair("a", 1), 3).watermark(13);
        trial.record(pair("a", 2), 4);
        assertThat(trial.values()).containsExactly(pair("a", 1), pair("a", 3));
        trial.watermark(14).record(pair("a", 4), 5);
        assertThat(trial.values()).containsExactly(pair("a", 1), pair("a", 3));
        assertThat(trial.side(LATE)).containsExactly(pair("a", 4));
        assertThat(trial.kept()).isZero();
    }

    @Test
    void aRecordThatIsTooLateIsDroppedAndCounted() throws Exception {
        var trial = sums(tumbling(10));
        trial.watermark(20).record(pair("a", 1), 3);
        assertThat(trial.values()).isEmpty();
        assertThat(trial.metrics().counter("numLateRecordsDropped").getCount()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutATimestampIsRefusedWithTheRemedy() throws Exception {
        var trial = sums(tumbling(10));
        assertThatThrownBy(() -> trial.record(pair("a", 1)))
                .hasMessageContaining("no timestamp")
                .hasMessageContaining("assignTimestampsAndWatermarks");
    }

    @Test
    void processingTimeWindowsFollowTheClock() throws Exception {
        WindowSpec<Tuple2<String, Integer>, TimeWindow> spec =
                WindowSpec.of(TumblingProcessingTimeWindows.of(Duration.ofMillis(10)));
        var trial = sums(spec);
        trial.time(3).record(pair("a", 1)).time(9).record(pair("a", 2)).time(10);
        assertThat(trial.results()).containsExactly(new OperatorTrial.Result<>(pair("a", 3), 9));
        assertThat(trial.kept()).isZero();
    }

    /** Shows everything, and keeps a count per window and per key. */
    private static final class Shows
            extends ProcessWindowFunction<Tuple2<String, Integer>, String, String, TimeWindow> {
        private static final ValueStateDescriptor<Integer> FIRED =
                new ValueStateDescriptor<>("fired", Integer.class, 0);

        @Override
        public void process(
                String key, Context context, Iterable<Tuple2<String, Integer>> elements, Collector<String> out)
                throws Exception {
            ValueState<Integer> ofWindow = context.windowState().getState(FIRED);
            ValueState<Integer> ofKey = context.globalState().getState(FIRED);
            ofWindow.update(ofWindow.value() + 1);
            ofKey.update(ofKey.value() + 1);
            StringBuilder text = new StringBuilder(key);
            elements.forEach(element -> text.append(' ').append(element.f1));
            out.collect(text + " " + context.window().getStart() + "-"
                    + context.window().getEnd() + " at " + context.currentWatermark() + " fired " + ofWindow.value()
                    + "/" + ofKey.value());
        }

        @Override
        public void clear(Context context) throws Exception {
            context.windowState().getState(FIRED).clear();
        }
    }

    @Test
    void aProcessWindowFunctionSeesAllRecordsInOrderItsWindowAndBothKindsOfState() throws Exception {
        WindowSpec<Tuple2<String, Integer>, TimeWindow> spec = tumbling(10).withAllowedLateness(10);
        OperatorTrial<Tuple2<String, Integer>, String> trial =
                OperatorTrial.of(WindowOperators.collect(spec, WindowCall.of(new Shows())), WORD);
        trial.record(pair("a", 3), 5)
                .record(pair("a", 1), 4)
                .record(pair("a", 7), 12)
                .watermark(9);
        trial.record(pair("a", 2), 1).watermark(19).watermark(29);
        assertThat(trial.values())
                .containsExactly(
                        "a 3 1 0-10 at 9 fired 1/1", "a 3 1 2 0-10 at 9 fired 2/2", "a 7 10-20 at 19 fired 1/3");
        assertThat(trial.kept()).as("the count of the key").isEqualTo(1);
    }

    @Test
    void anAggregateGivesItsResultToTheWindowFunction() throws Exception {
        AggregateFunction<Tuple2<String, Integer>, long[], Double> mean = new AggregateFunction<>() {
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
            public Double getResult(long[] accumulator) {
                return (double) accumulator[0] / accumulator[1];
            }

            @Override
            public long[] merge(long[] a, long[] b) {
                return new long[] {a[0] + b[0], a[1] + b[1]};
            }
        };
        WindowFunction<Double, String, String, TimeWindow> show =
                (key, window, means, out) -> means.forEach(value -> out.collect(key + value + window));
        OperatorTrial<Tuple2<String, Integer>, String> trial = OperatorTrial.of(
                WindowOperators.aggregate(
                        tumbling(10), dev.millrace.core.closure.Closures.cleaned(mean), WindowCall.of(show)),
                WORD);
        trial.record(pair("a", 1), 0).record(pair("a", 2), 1).watermark(10);
        assertThat(trial.values()).containsExactly("a1.5TimeWindow{start=0, end=10}");
    }

    @Test
    void countWindowsHoldTheLastRecordsOfAKey() throws Exception {
        WindowSpec<Tuple2<String, Integer>, GlobalWindow> spec = WindowSpec.<Tuple2<String, Integer>, GlobalWindow>of(
                        GlobalWindows.create())
                .withTrigger(CountTrigger.of(2))
                .withEvictor(CountEvictor.of(3));
        OperatorTrial<Tuple2<String, Integer>, Tuple2<String, Integer>> trial =
                OperatorTrial.of(WindowOperators.reduce(spec, ADD, WindowCall.none()), WORD);
        for (int value = 1; value <= 6; value++) {
            trial.record(pair("a", value));
        }
        assertThat(trial.values()).containsExactly(pair("a", 3), pair("a", 9), pair("a", 15));
    }

    @Test
    void aContinuousTriggerFiresAtEachIntervalAndAtTheEnd() throws Exception {
        var trial = sums(tumbling(100).withTrigger(ContinuousEventTimeTrigger.of(Duration.ofMillis(30))));
        trial.record(pair("a", 1), 10).watermark(30);
        trial.record(pair("a", 2), 40).watermark(60).watermark(99);
        assertThat(trial.values()).containsExactly(pair("a", 1), pair("a", 3), pair("a", 3), pair("a", 3));
        assertThat(trial.kept()).isZero();
    }

    @Test
    void aTriggerOfTheClockGoesOnAtItsIntervalThoughTheClockHasPassedTheWindow() throws Exception {
        var trial = sums(tumbling(100).withTrigger(ContinuousProcessingTimeTrigger.of(Duration.ofMillis(30))));
        trial.time(1_000).record(pair("a", 1), 10).time(1_021);
        assertThat(trial.values()).containsExactly(pair("a", 1));
        trial.record(pair("a", 2), 20).time(1_051);
        assertThat(trial.values()).containsExactly(pair("a", 1), pair("a", 3));
        trial.watermark(99);
        assertThat(trial.kept()).isZero();
    }

    private record Event(String key, int value, int time) {}

    private static final Gen<Event> EVENTS = Gen.combine(
            Gen.integers(0, 2), Gen.integers(0, 120), (key, time) -> new Event("k" + key, 1 + time % 7, time));

    @Test
    void sessionsHoldWhatIsNoFurtherApartThanTheGap() {
        Check.forAll(EVENTS.list(0, 40), events -> {
            WindowSpec<Tuple2<String, Integer>, TimeWindow> spec =
                    WindowSpec.of(EventTimeSessionWindows.withGap(Duration.ofMillis(10)));
            var trial = sums(spec);
            for (Event event : events) {
                trial.record(pair(event.key(), event.value()), event.time());
            }
            trial.watermark(Long.MAX_VALUE);
            List<String> expected = new ArrayList<>();
            for (String key : List.of("k0", "k1", "k2")) {
                List<Event> sorted = events.stream()
                        .filter(event -> event.key().equals(key))
                        .sorted(Comparator.comparingInt(Event::time))
                        .toList();
                int sum = 0;
                for (int place = 0; place < sorted.size(); place++) {
                    sum += sorted.get(place).value();
                    boolean ends = place + 1 == sorted.size()
                            || sorted.get(place + 1).time() - sorted.get(place).time() > 10;
                    if (ends) {
                        expected.add(key + sum + "@" + (sorted.get(place).time() + 9));
                        sum = 0;
                    }
                }
            }
            assertThat(trial.results().stream().map(r -> r.value().f0 + r.value().f1 + "@" + r.timestamp()))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(trial.kept()).isZero();
        });
    }

    @Test
    void slidingWindowsHoldEachRecordAsOftenAsTheyOverlapAndDropWhatIsLate() {
        Check.forAll(EVENTS.list(0, 40), events -> {
            WindowSpec<Tuple2<String, Integer>, TimeWindow> spec =
                    WindowSpec.of(SlidingEventTimeWindows.of(Duration.ofMillis(20), Duration.ofMillis(5)));
            var trial = sums(spec);
            Map<String, Integer> expected = new TreeMap<>();
            long watermark = Long.MIN_VALUE;
            for (Event event : events) {
                trial.record(pair(event.key(), event.value()), event.time());
                for (long start = -20; start <= event.time(); start += 5) {
                    boolean inside = event.time() < start + 20;
                    if (inside && start + 19 > watermark) {
                        expected.merge(event.key() + "@" + (start + 19), event.value(), Integer::sum);
                    }
                }
                watermark = Math.max(watermark, event.time() - 30);
                trial.watermark(watermark);
            }
            trial.watermark(Long.MAX_VALUE);
            Map<String, Integer> actual = new TreeMap<>();
            trial.results()
                    .forEach(r -> assertThat(actual.put(r.value().f0 + "@" + r.timestamp(), r.value().f1))
                            .as("one result for each window")
                            .isNull());
            assertThat(actual).isEqualTo(expected);
            assertThat(trial.kept()).isZero();
        });
    }

    @Test
    void sessionsHaveNoStateOfTheirOwn() throws Exception {
        WindowSpec<Tuple2<String, Integer>, TimeWindow> spec =
                WindowSpec.of(EventTimeSessionWindows.withGap(Duration.ofMillis(10)));
        OperatorTrial<Tuple2<String, Integer>, String> trial =
                OperatorTrial.of(WindowOperators.reduce(spec, ADD, WindowCall.of(new Shows())), WORD);
        trial.record(pair("a", 1), 3);
        assertThatThrownBy(() -> trial.watermark(100))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("globalState");
    }
}
