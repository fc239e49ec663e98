package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Gen;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.trial.StoreTrial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Disordered streams with all that may happen meanwhile, run through an operator of windows. */
final class Happenings {

    static final OutputTag<Event> LATE = new OutputTag<>("late") {};
    static final KeySelector<Event, String> KEY = Event::key;

    private Happenings() {}

    /** A record, or something else that happens. */
    record Event(Kind kind, String key, int value, long time) {}

    enum Kind {
        RECORD,
        WATERMARK,
        SNAPSHOT,
        RESTORE
    }

    static final Gen<Event> EVENTS = choices -> {
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
    static final class Distinct implements AggregateFunction<Event, Set<Integer>, String> {

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

    static final WindowFunction<String, Tuple2<String, String>, String, TimeWindow> NAMED =
            (key, window, values, out) ->
                    values.forEach(value -> out.collect(Tuple2.of(key + "@" + window.getEnd(), value)));

    static StoreTrial<Event, Tuple2<String, String>> run(
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

    /** The same by the clock: records come at its time, and watermarks move it. */
    static StoreTrial<Event, Tuple2<String, String>> runByClock(
            OperatorFactory<Event, Tuple2<String, String>> factory, String backend, List<Event> events)
            throws Exception {
        StoreTrial<Event, Tuple2<String, String>> trial = new StoreTrial<>(factory, KEY, backend, LATE);
        long clock = 0;
        for (Event event : events) {
            switch (event.kind()) {
                case RECORD -> trial.record(event, event.time());
                case SNAPSHOT -> trial.snapshot();
                case RESTORE -> trial.restore(1 + event.value() % 3);
                case WATERMARK -> {
                    clock += event.value();
                    trial.time(clock);
                }
            }
        }
        return trial.time(clock + 1_000).close();
    }

    static Map<String, List<String>> perKey(StoreTrial<Event, Tuple2<String, String>> trial) {
        Map<String, List<String>> perKey = new TreeMap<>();
        for (OperatorTrial.Result<Tuple2<String, String>> result : trial.results()) {
            String[] name = result.value().f0.split("@");
            assertThat(result.timestamp()).isEqualTo(Long.parseLong(name[1]) - 1);
            perKey.computeIfAbsent(name[0], key -> new ArrayList<>()).add(name[1] + result.value().f1);
        }
        return perKey;
    }
}
