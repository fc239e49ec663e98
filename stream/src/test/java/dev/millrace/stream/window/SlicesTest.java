package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.AggregateFunction;
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

    /** Windows of a size for each slide, or cumulative ones that grow by the slide. */
    private record Shape(boolean cumulative, long size, long slide, long offset, long lateness)
            implements Serializable {

        WindowSpec<Happenings.Event, TimeWindow> spec() {
            Duration whole = Duration.ofMillis(size);
            Duration step = Duration.ofMillis(slide);
            Duration shift = Duration.ofMillis(offset);
            WindowAssigner<Object, TimeWindow> assigner = cumulative
                    ? CumulativeEventTimeWindows.of(whole, step, shift)
                    : SlidingEventTimeWindows.of(whole, step, shift);
            return WindowSpec.<Happenings.Event, TimeWindow>of(assigner)
                    .withAllowedLateness(lateness)
                    .withLateTag(Happenings.LATE);
        }

        /** Whether a window ends there. */
        boolean ends(long end) {
            return Math.floorMod(end - offset - (cumulative ? 0 : size), slide) == 0;
        }

        /** Whether the window that ends there holds a timestamp. */
        boolean holds(long end, long time) {
            long start = cumulative ? end - 1 - Math.floorMod(end - 1 - offset, size) : end - size;
            return time >= start && time < end;
        }
    }

    private static final Gen<Shape> SHAPES = choices -> {
        boolean cumulative = Gen.booleans().generate(choices);
        long slide = Gen.longs(1, 9).generate(choices);
        long multiple = Gen.longs(1, 12).generate(choices) * slide;
        long size = cumulative
                ? multiple
                : Gen.oneOf(Gen.longs(slide, 5 * slide), Gen.constant(multiple)).generate(choices);
        long offsetMax = (cumulative ? size : slide) - 1;
        long offset = Gen.longs(-offsetMax, offsetMax).generate(choices);
        long lateness = Gen.oneOf(Gen.constant(0L), Gen.longs(0, 40), Gen.constant(Long.MAX_VALUE))
                .generate(choices);
        return new Shape(cumulative, Math.max(size, slide), slide, offset, lateness);
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
                if (shape.ends(end) && shape.holds(end, event.time()) && !over(end)) {
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
                if (shape.ends(end) && end - 1 > watermark && end - 1 <= to) {
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
                if (event.key().equals(key) && shape.holds(end, event.time())) {
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

    private static Gen<WindowAssigner<Object, TimeWindow>> clockAssigners() {
        return Gen.combine(Gen.integers(0, 2), Gen.integers(1, 9), (kind, step) -> switch (kind) {
            case 0 -> ProcessingTimeSessionWindows.withGap(Duration.ofMillis(step));
            case 1 -> CumulativeProcessingTimeWindows.of(Duration.ofMillis(5L * step), Duration.ofMillis(step));
            default -> SlidingProcessingTimeWindows.of(Duration.ofMillis(4L * step + 1), Duration.ofMillis(step));
        });
    }

    @Test
    void totalsByTheClockAreThoseOfWindowsByTheClock() {
        Check.cases(200).run(clockAssigners(), Happenings.EVENTS.list(0, 60), (assigner, events) -> {
            WindowSpec<Happenings.Event, TimeWindow> spec = WindowSpec.of(assigner);
            OperatorFactory<Happenings.Event, Tuple2<String, String>> totals =
                    WindowOperators.aggregate(spec, new Happenings.Distinct(), WindowCall.of(Happenings.NAMED));
            OperatorFactory<Happenings.Event, Tuple2<String, String>> windows = () -> new WindowOperator<>(
                    spec,
                    (context, state) -> Contents.Aggregated.of(new Happenings.Distinct(), state),
                    WindowCall.of(Happenings.NAMED));
            assertThat(totals.create()).isInstanceOf(TotalOperator.class);
            assertThat(Happenings.perKey(Happenings.runByClock(totals, "heap", events)))
                    .isEqualTo(Happenings.perKey(Happenings.runByClock(windows, "heap", events)));
        });
    }

    @Test
    void anAggregateThatCannotMergeKeepsAnAccumulatorPerOverlappingWindow() {
        AggregateFunction<Happenings.Event, Long, Long> unable = new AggregateFunction<>() {
            @Override
            public Long createAccumulator() {
                return 0L;
            }

            @Override
            public Long add(Happenings.Event value, Long accumulator) {
                return accumulator + 1;
            }

            @Override
            public Long getResult(Long accumulator) {
                return accumulator;
            }

            @Override
            public Long merge(Long a, Long b) {
                throw new UnsupportedOperationException("not called by windows that do not merge");
            }
        };
        WindowSpec<Happenings.Event, TimeWindow> sliding =
                WindowSpec.of(SlidingEventTimeWindows.of(Duration.ofMillis(10), Duration.ofMillis(5)));
        WindowSpec<Happenings.Event, TimeWindow> tumbling =
                WindowSpec.of(TumblingEventTimeWindows.of(Duration.ofMillis(10)));
        assertThat(WindowOperators.aggregate(sliding, unable, WindowCall.none()).create())
                .isInstanceOf(WindowOperator.class);
        assertThat(WindowOperators.aggregate(tumbling, unable, WindowCall.none())
                        .create())
                .isInstanceOf(TotalOperator.class);
    }
}
