package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.operator.Combiner;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Two senders and a reader: what fires and what is late when records are combined, and when they travel one by one. */
class CombineOperatorTest {

    /** Something that happens at one of two senders. */
    private record Sent(int sender, Happenings.Event event) {}

    private static final Gen<List<Sent>> SENT =
            Gen.combine(Gen.integers(0, 1), Happenings.EVENTS, Sent::new).list(0, 80);

    private static final Gen<WindowSpec<Happenings.Event, TimeWindow>> SPECS = choices -> {
        long slide = Gen.longs(1, 30).generate(choices);
        long size = slide * Gen.longs(1, 4).generate(choices);
        WindowAssigner<? super Happenings.Event, TimeWindow> assigner = switch (Gen.integers(0, 2)
                .generate(choices)) {
            case 0 -> SlidingEventTimeWindows.of(Duration.ofMillis(size), Duration.ofMillis(slide));
            case 1 -> EventTimeSessionWindows.withGap(Duration.ofMillis(slide));
            default ->
                EventTimeSessionWindows.withDynamicGap((Happenings.Event event) -> 1 + event.value() * event.value());
        };
        return WindowSpec.<Happenings.Event, TimeWindow>of(assigner)
                .withAllowedLateness(Gen.longs(0, 40).generate(choices))
                .withLateTag(Happenings.LATE);
    };

    private static OperatorFactory<Happenings.Event, Tuple2<String, String>> windows(
            WindowSpec<Happenings.Event, TimeWindow> spec) {
        return WindowOperators.aggregate(spec, new Happenings.Distinct(), WindowCall.of(Happenings.NAMED));
    }

    /** The way of what senders emit: to a reader, with its watermark the lower one of theirs. */
    private static final class Line {
        private final List<OperatorTrial<Happenings.Event, Object>> senders = new ArrayList<>();
        private final int[] taken = new int[2];
        private final long[] watermarks = {Long.MIN_VALUE, Long.MIN_VALUE};
        private final OperatorTrial<Object, Tuple2<String, String>> reader;
        private int travelled;

        @SuppressWarnings("unchecked") // the reader takes records and what they are combined to
        Line(WindowSpec<Happenings.Event, TimeWindow> spec, boolean combined) throws Exception {
            OperatorFactory<Happenings.Event, Tuple2<String, String>> windows = windows(spec);
            Combiner combiner = windows.combiner(Happenings.KEY);
            for (int sender = 0; combined && sender < 2; sender++) {
                senders.add(OperatorTrial.of((OperatorFactory<Happenings.Event, Object>) combiner.factory()));
            }
            reader = OperatorTrial.of(
                    (OperatorFactory<Object, Tuple2<String, String>>) (OperatorFactory<?, ?>) windows, combiner.key());
        }

        Line run(List<Sent> all) throws Exception {
            for (Sent sent : all) {
                Happenings.Event event = sent.event();
                switch (event.kind()) {
                    case RECORD -> record(sent.sender(), event);
                    case SNAPSHOT -> barrier(sent.sender());
                    case RESTORE -> idle(sent.sender());
                    case WATERMARK -> watermark(sent.sender(), event.time());
                }
            }
            watermark(0, Long.MAX_VALUE);
            watermark(1, Long.MAX_VALUE);
            return this;
        }

        private void record(int sender, Happenings.Event event) throws Exception {
            if (senders.isEmpty()) {
                reader.record(event, event.time());
            } else {
                senders.get(sender).record(event, event.time());
                travel(sender);
            }
        }

        private void travel(int sender) throws Exception {
            List<OperatorTrial.Result<Object>> results = senders.get(sender).results();
            for (; taken[sender] < results.size(); taken[sender]++) {
                OperatorTrial.Result<Object> result = results.get(taken[sender]);
                reader.record(result.value(), result.timestamp());
                travelled++;
            }
        }

        private void barrier(int sender) throws Exception {
            if (!senders.isEmpty()) {
                senders.get(sender).snapshot(1);
                travel(sender);
            }
        }

        /** The other sender alone moves event time from here on, until this one does again. */
        private void idle(int sender) throws Exception {
            if (!senders.isEmpty()) {
                senders.get(sender).idle(true).idle(false);
                travel(sender);
            }
        }

        private void watermark(int sender, long time) throws Exception {
            watermarks[sender] = Math.max(watermarks[sender], time);
            if (!senders.isEmpty()) {
                senders.get(sender).watermark(watermarks[sender]);
                travel(sender);
            }
            reader.watermark(Math.min(watermarks[0], watermarks[1]));
        }

        /** What has fired, by key, in order. */
        Map<String, List<String>> fired() {
            Map<String, List<String>> fired = new TreeMap<>();
            for (OperatorTrial.Result<Tuple2<String, String>> result : reader.results()) {
                fired.computeIfAbsent(result.value().f0, key -> new ArrayList<>())
                        .add(result.value().f1);
            }
            return fired;
        }

        List<Object> late() {
            return reader.side(Happenings.LATE);
        }
    }

    @Test
    void combinedRecordsFireWhatSingleRecordsFireAndAreLateWhenTheyAre() {
        Check.cases(300).run(SPECS, SENT, (spec, sent) -> {
            Line combined = new Line(spec, true).run(sent);
            Line single = new Line(spec, false).run(sent);
            assertThat(combined.fired()).isEqualTo(single.fired());
            assertThat(combined.late()).containsExactlyInAnyOrderElementsOf(single.late());
        });
    }

    @Test
    void recordsOfOneKeyAndSliceTravelAsOne() throws Exception {
        Line line = new Line(WindowSpec.of(TumblingEventTimeWindows.of(Duration.ofMillis(10))), true);
        for (int number = 0; number < 100; number++) {
            line.record(0, new Happenings.Event(Happenings.Kind.RECORD, "k" + number % 3, number, number % 10));
        }
        line.watermark(0, 20);
        line.watermark(1, 20);
        assertThat(line.travelled).isEqualTo(3);
        assertThat(line.fired()).hasSize(3);
    }

    @Test
    void recordsWhoseKeysSeldomComeAgainPassAsTheyAre() throws Exception {
        Line line = new Line(WindowSpec.of(TumblingEventTimeWindows.of(Duration.ofMillis(10))), true);
        int records = 3 * HeldPartials.PARTIALS_MAX;
        for (int number = 0; number < records; number++) {
            line.record(0, new Happenings.Event(Happenings.Kind.RECORD, "key " + number, 1, 5));
        }
        assertThat(line.travelled).isEqualTo(records);
        assertThat(line.senders.get(0).results().subList(HeldPartials.PARTIALS_MAX, records))
                .allMatch(result -> result.value() instanceof Happenings.Event);
    }
}
