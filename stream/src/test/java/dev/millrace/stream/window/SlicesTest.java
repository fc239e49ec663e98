package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.StoreTrial;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Windows cut into slices, held against windows with an accumulator each and against a list of all records. */
class SlicesTest {

    private record Shape(long size, long slide, long offset, long lateness) implements Serializable {

        WindowSpec<Happenings.Event, TimeWindow> spec() {
            return WindowSpec.<Happenings.Event, TimeWindow>of(SlidingEventTimeWindows.of(
                            Duration.ofMillis(size), Duration.ofMillis(slide), Duration.ofMillis(offset)))
                    .withAllowedLateness(lateness)
                    .withLateTag(Happenings.LATE);
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

    private static OperatorFactory<Happenings.Event, Tuple2<String, String>> sliced(Shape shape) {
        OperatorFactory<Happenings.Event, Tuple2<String, String>> factory =
                WindowOperators.aggregate(shape.spec(), new Happenings.Distinct(), WindowCall.of(Happenings.NAMED));
        Operator<Happenings.Event, Tuple2<String, String>> operator = factory.create();
        assertThat(operator).isInstanceOf(TotalOperator.class);
        return factory;
    }

    private static OperatorFactory<Happenings.Event, Tuple2<String, String>> general(Shape shape) {
        return () -> new WindowOperator<>(
                shape.spec(),
                (context, state) -> Contents.Aggregated.of(new Happenings.Distinct(), state),
                WindowCall.of(Happenings.NAMED));
    }

    /** What fires, in order per key: for each record every window, the slow way. */
    private static final class Model {
        private final Shape shape;
        private final List<Happenings.Event> seen = new ArrayList<>();
        private final List<Object> late = new ArrayList<>();
        private final Map<String, List<String>> fired = new TreeMap<>();
        private long watermark = Long.MIN_VALUE;

        Model(Shape shape, List<Happenings.Event> events) {
            this.shape = shape;
            for (Happenings.Event event : events) {
                if (event.kind() == Happenings.Kind.RECORD) {
                    record(event);
                } else if (event.kind() == Happenings.Kind.WATERMARK && event.time() > watermark) {
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

        private void record(Happenings.Event event) {
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
            for (Happenings.Event event : seen) {
                if (event.key().equals(key) && event.time() >= end - shape.size() && event.time() < end) {
                    values.add(event.value() * 31 + (int) event.time());
                }
            }
            if (!values.isEmpty()) {
                fired.computeIfAbsent(key, k -> new ArrayList<>()).add(end + values.toString());
            }
        }
    }

    @Test
    void slicesFireWhatWindowsFireAndAListOfAllRecordsSays() {
        Check.cases(200).run(SHAPES, Happenings.EVENTS.list(0, 60), (shape, events) -> {
            Model model = new Model(shape, events);
            for (String backend : List.of("heap", "naive")) {
                StoreTrial<Happenings.Event, Tuple2<String, String>> slices =
                        Happenings.run(sliced(shape), backend, events);
                assertThat(Happenings.perKey(slices)).as(backend).isEqualTo(model.fired);
                assertThat(slices.side()).containsExactlyInAnyOrderElementsOf(model.late);
            }
            StoreTrial<Happenings.Event, Tuple2<String, String>> windows =
                    Happenings.run(general(shape), "heap", events);
            assertThat(Happenings.perKey(windows)).isEqualTo(model.fired);
            assertThat(windows.side()).containsExactlyInAnyOrderElementsOf(model.late);
        });
    }
}
