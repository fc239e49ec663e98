package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.StoreTrial;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sessions with one total each, held against sessions as windows that merge and against a plain list of sessions. */
class SessionsTest {

    /** Fixed gaps, or one that follows from each record. */
    private record Shape(int gap, boolean dynamic, long lateness) implements Serializable {

        long after(Happenings.Event event) {
            return dynamic ? event.value() * 2L : gap;
        }

        WindowSpec<Happenings.Event, TimeWindow> spec() {
            WindowAssigner<? super Happenings.Event, TimeWindow> assigner = dynamic
                    ? EventTimeSessionWindows.withDynamicGap((Happenings.Event event) -> after(event))
                    : EventTimeSessionWindows.withGap(Duration.ofMillis(gap));
            return WindowSpec.<Happenings.Event, TimeWindow>of(assigner)
                    .withAllowedLateness(lateness)
                    .withLateTag(Happenings.LATE);
        }
    }

    private static final Gen<Shape> SHAPES = Gen.combine(
            Gen.integers(1, 20),
            Gen.integers(0, 80),
            (gap, lateness) -> new Shape(gap, lateness % 2 == 0, Math.max(0, lateness - 40)));

    private static final class Session {
        private long start;
        private long end;
        private final Set<Integer> values = new TreeSet<>();
    }

    private static final class Model {
        private final Shape shape;
        private final Map<String, List<Session>> sessions = new TreeMap<>();
        private final Map<String, List<String>> fired = new TreeMap<>();
        private final List<Object> late = new ArrayList<>();
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

        private void record(Happenings.Event event) {
            List<Session> all = sessions.computeIfAbsent(event.key(), key -> new ArrayList<>());
            Session joined = new Session();
            joined.start = event.time();
            joined.end = event.time() + shape.after(event);
            joined.values.add(event.value() * 31 + (int) event.time());
            boolean grows = true;
            List<Session> parts = new ArrayList<>();
            while (grows) {
                grows = false;
                for (Session session : all) {
                    if (!parts.contains(session) && session.start <= joined.end && session.end >= joined.start) {
                        joined.start = Math.min(joined.start, session.start);
                        joined.end = Math.max(joined.end, session.end);
                        joined.values.addAll(session.values);
                        parts.add(session);
                        grows = true;
                    }
                }
            }
            if (joined.end - 1 + shape.lateness() <= watermark) {
                late.add(event);
                return;
            }
            all.removeAll(parts);
            all.add(joined);
            if (joined.end - 1 <= watermark) {
                fire(event.key(), joined);
            }
        }

        private void watermark(long to) {
            sessions.forEach((key, all) -> {
                all.sort(Comparator.comparingLong(session -> session.end));
                for (Session session : all) {
                    if (session.end - 1 > watermark && session.end - 1 <= to) {
                        fire(key, session);
                    }
                }
                all.removeIf(session -> session.end - 1 + shape.lateness() <= to);
            });
            watermark = to;
        }

        private void fire(String key, Session session) {
            fired.computeIfAbsent(key, k -> new ArrayList<>()).add(session.end + session.values.toString());
        }
    }

    private static OperatorFactory<Happenings.Event, Tuple2<String, String>> totals(Shape shape) {
        OperatorFactory<Happenings.Event, Tuple2<String, String>> factory =
                WindowOperators.aggregate(shape.spec(), new Happenings.Distinct(), WindowCall.of(Happenings.NAMED));
        assertThat(factory.create()).isInstanceOf(TotalOperator.class);
        return factory;
    }

    private static OperatorFactory<Happenings.Event, Tuple2<String, String>> merging(Shape shape) {
        return () -> new WindowOperator<>(
                shape.spec(),
                (context, state) -> Contents.Aggregated.of(new Happenings.Distinct(), state),
                WindowCall.of(Happenings.NAMED));
    }

    @Test
    void sessionsFireWhatMergingWindowsFireAndAPlainListOfSessionsSays() {
        Check.cases(200).run(SHAPES, Happenings.EVENTS.list(0, 60), (shape, events) -> {
            Model model = new Model(shape, events);
            for (String backend : List.of("heap", "naive")) {
                StoreTrial<Happenings.Event, Tuple2<String, String>> totals =
                        Happenings.run(totals(shape), backend, events);
                assertThat(Happenings.perKey(totals)).as(backend).isEqualTo(model.fired);
                assertThat(totals.side()).containsExactlyInAnyOrderElementsOf(model.late);
            }
            StoreTrial<Happenings.Event, Tuple2<String, String>> merging =
                    Happenings.run(merging(shape), "heap", events);
            assertThat(Happenings.perKey(merging)).isEqualTo(model.fired);
            assertThat(merging.side()).containsExactlyInAnyOrderElementsOf(model.late);
        });
    }
}
