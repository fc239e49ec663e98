package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.StoreTrial;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Windows cut into slices, held against windows with an accumulator each and against a list of all records. */
class SlicesTest {

    private static final OutputTag<Event> LATE = new OutputTag<>("late") {};
    private static final KeySelector<Event, String> KEY = Event::key;

    /** A record, or something else that happens. */
    private record Event(Kind kind, String key, int value, long time) {}

    private enum Kind {
        RECORD,
        WATERMARK,
        SNAPSHOT,
        RESTORE
    }

    private record Shape(long size, long slide, long offset, long lateness) implements Serializable {

        WindowSpec<Event, TimeWindow> spec() {
            return WindowSpec.<Event, TimeWindow>of(SlidingEventTimeWindows.of(
                            Duration.ofMillis(size), Duration.ofMillis(slide), Duration.ofMillis(offset)))
                    .withAllowedLateness(lateness)
                    .withLateTag(LATE);
        }
    }

    private static final Gen<Shape> SHAPES = choices -> {
        long slide = Gen.longs(1, 9).generate(choices);
        long size = Gen.oneOf(Gen.longs(slide, 5 * slide), Gen.longs(1, 12).map(n -> n * slide))
                .generate(choices);
        long offset = Gen.longs(1 - slide, slide - 1).generate(choices);
        long lateness = Gen.oneOf(Gen.constant(0L), Gen.longs(0, 40), Gen.constant(Long.MAX_VALUE))
                .generate(choices);
        return new Shape(Math.max(size, slide), slide, offset, lateness);
    };

    private static final Gen<Event> EVENTS = choices -> {
        int kind = Gen.integers(0, 19).generate(choices);
        String key = "k" + Gen.integers(0, 3).generate(choices);
        int number = Gen.integers(1, 9).generate(choices);
        long time = Gen.longs(-30, 150).generate(choices);
        return kind == 0
                ? new Event(Kind.RESTORE, key, number, 0)
                : kind == 1
                        ? new Event(Kind.SNAPSHOT, key, number, 0)
                        : new Event(kind < 6 ? Kind.WATERMARK : Kind.RECORD, key, number, time);
    };

    /** Collects values in a mutable set; merging empties what is given, as is allowed. */
    private static final class Distinct implements AggregateFunction<Event, Set<Integer>, String> {

        @Override
        public Set<Integer> createAccumulator() {
            return new HashSet<>();
        }

        @Override
        public Set<Integer> add(Event value, Set<Integer> accumulator) {
            accumulator.add(value.value() * 31 + (int) value.time());
            return accumulator;
        }

        @Override
        public String getResult(Set<Integer> accumulator) {
            return new TreeSet<>(accumulator).toString();
        }

        @Override
        public Set<Integer> merge(Set<Integer> a, Set<Integer> b) {
            b.addAll(a);
            a.clear();
            return b;
        }
    }

    private static final WindowFunction<String, Tuple2<String, String>, String, TimeWindow> NAMED =
            (key, window, values, out) ->
                    values.forEach(value -> out.collect(Tuple2.of(key + "@" + window.getEnd(), value)));

    private static OperatorFactory<Event, Tuple2<String, String>> sliced(Shape shape) {
        OperatorFactory<Event, Tuple2<String, String>> factory =
                WindowOperators.aggregate(shape.spec(), new Distinct(), WindowCall.of(NAMED));
        Operator<Event, Tuple2<String, String>> operator = factory.create();
        assertThat(operator).isInstanceOf(SliceOperator.class);
        return factory;
    }

    private static OperatorFactory<Event, Tuple2<String, String>> general(Shape shape) {
        return () -> new WindowOperator<>(
                shape.spec(), (context, state) -> Contents.Aggregated.of(new Distinct(), state), WindowCall.of(NAMED));
    }

    private static StoreTrial<Event, Tuple2<String, String>> run(
            OperatorFactory<Event, Tuple2<String, String>> factory, String backend, List<Event> events)
            throws Exception {
        StoreTrial<Event, Tuple2<String, String>> trial = new StoreTrial<>(factory, KEY, backend, LATE);
        long watermark = Long.MIN_VALUE;
        for (Event event : events) {
            switch (event.kind()) {
                case RECORD -> trial.record(event, event.time());
                case SNAPSHOT -> trial.snapshot();
                case RESTORE -> trial.restore(1 + event.value() % 3);
                case WATERMARK -> {
                    watermark = Math.max(watermark, event.time());
                    trial.watermark(watermark);
                }
            }
        }
        return trial.watermark(Long.MAX_VALUE).close();
    }

    /** What fires, in order per key: for each record every window, the slow way. */
    private static final class Model {
        private final Shape shape;
        private final List<Event> seen = new ArrayList<>();
        private final List<Object> late = new ArrayList<>();
        private final Map<String, List<String>> fired = new TreeMap<>();
        private long watermark = Long.MIN_VALUE;

        Model(Shape shape, List<Event> events) {
            this.shape = shape;
            for (Event event : events) {
                if (event.kind() == Kind.RECORD) {
                    record(event);
                } else if (event.kind() == Kind.WATERMARK && event.time() > watermark) {
                    watermark(event.time());
                }
            }
            watermark(Long.MAX_VALUE);
        }

        private boolean over(long end) {
            return shape.lateness() == 0
                    ? end - 1 <= watermark
                    : shape.lateness() == Long.MAX_VALUE
                            ? watermark == Long.MAX_VALUE
                            : end - 1 + shape.lateness() <= watermark;
        }

        private void record(Event event) {
            boolean taken = false;
            seen.add(event);
            for (long end = 400; end > -400; end--) {
                boolean aligned = Math.floorMod(end - shape.size() - shape.offset(), shape.slide()) == 0;
                if (aligned && event.time() >= end - shape.size() && event.time() < end && !over(end)) {
                    taken = true;
                    if (end - 1 <= watermark) {
                        fire(event.key(), end);
                    }
                }
            }
            if (!taken) {
                seen.remove(seen.size() - 1);
                late.add(event);
            }
        }

        private void watermark(long to) {
            for (long end = -400; end < 400; end++) {
                boolean aligned = Math.floorMod(end - shape.size() - shape.offset(), shape.slide()) == 0;
                if (aligned && end - 1 > watermark && end - 1 <= to) {
                    for (int key = 0; key <= 3; key++) {
                        fire("k" + key, end);
                    }
                }
            }
            watermark = to;
        }

        private void fire(String key, long end) {
            Set<Integer> values = new TreeSet<>();
            for (Event event : seen) {
                if (event.key().equals(key) && event.time() >= end - shape.size() && event.time() < end) {
                    values.add(event.value() * 31 + (int) event.time());
                }
            }
            if (!values.isEmpty()) {
                fired.computeIfAbsent(key, k -> new ArrayList<>()).add(end + values.toString());
            }
        }
    }

    private static Map<String, List<String>> perKey(StoreTrial<Event, Tuple2<String, String>> trial) {
        Map<String, List<String>> perKey = new TreeMap<>();
        for (OperatorTrial.Result<Tuple2<String, String>> result : trial.results()) {
            String[] name = result.value().f0.split("@");
            assertThat(result.timestamp()).isEqualTo(Long.parseLong(name[1]) - 1);
            perKey.computeIfAbsent(name[0], key -> new ArrayList<>()).add(name[1] + result.value().f1);
        }
        return perKey;
    }

    @Test
    void slicesFireWhatWindowsFireAndAListOfAllRecordsSays() {
        Check.cases(200).run(SHAPES, EVENTS.list(0, 60), (shape, events) -> {
            Model model = new Model(shape, events);
            for (String backend : List.of("heap", "naive")) {
                StoreTrial<Event, Tuple2<String, String>> slices = run(sliced(shape), backend, events);
                assertThat(perKey(slices)).as(backend).isEqualTo(model.fired);
                assertThat(slices.side()).containsExactlyInAnyOrderElementsOf(model.late);
            }
            StoreTrial<Event, Tuple2<String, String>> windows = run(general(shape), "heap", events);
            assertThat(perKey(windows)).isEqualTo(model.fired);
            assertThat(windows.side()).containsExactlyInAnyOrderElementsOf(model.late);
        });
    }
}
