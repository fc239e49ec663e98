package dev.millrace.stream.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.rich.RichCoGroupFunction;
import dev.millrace.core.rich.RichJoinFunction;
import dev.millrace.stream.trial.OperatorTrial;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowJoinsTest {

    private static final long SIZE = 10;
    private static final long SLIDE = 5;
    private static final long LATENESS = 3;

    /** All windows that records may fall into start from here to there. */
    private static final long FIRST = -40;

    private static final long LAST = 60;
    private static final KeySelector<String, String> KEY = name -> name.substring(0, 1);

    private static WindowSpec<TaggedUnion<String, String>, TimeWindow> spec() {
        return WindowSpec.<TaggedUnion<String, String>, TimeWindow>of(
                        SlidingEventTimeWindows.of(Duration.ofMillis(SIZE), Duration.ofMillis(SLIDE)))
                .withAllowedLateness(LATENESS);
    }

    /** Joins, once opened. */
    private static final class Pairs extends RichJoinFunction<String, String, String> {

        private transient String separator;

        @Override
        public void open(OpenContext openContext) {
            separator = "-";
        }

        @Override
        public String join(String first, String second) {
            return first + separator + second;
        }
    }

    /** Tells both sides. */
    private static final class Both extends RichCoGroupFunction<String, String, String> {

        @Override
        public void coGroup(Iterable<String> first, Iterable<String> second, Collector<String> out) {
            out.collect(first + "" + second);
        }
    }

    private static List<OperatorTrial.Result<String>> run(
            OperatorFactory<Object, String> factory, List<Happening> happenings) throws Exception {
        OperatorTrial<Object, String> trial = OperatorTrial.of(factory, KEY, KEY);
        long watermark = -10;
        trial.watermark(watermark);
        for (Happening happening : happenings) {
            if (happening instanceof Happening.Passing passing) {
                watermark += passing.millis();
                trial.watermark(watermark);
            } else if (happening instanceof Happening.Arrival arrival) {
                trial.record(arrival.side(), arrival.name(), arrival.timestamp());
            }
        }
        trial.watermark(1_000);
        assertThat(trial.kept()).isZero();
        return trial.results();
    }

    /** A record in one of its windows. */
    private record Member(Happening.Arrival arrival, long start) {}

    /** The windows that fire, with what lies in them: at the watermark, and again with each late record. */
    private static List<OperatorTrial.Result<String>> model(List<Happening> happenings, boolean coGroup) {
        List<OperatorTrial.Result<String>> results = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        List<Happening> all = new ArrayList<>(happenings);
        all.add(new Happening.Passing(2_000));
        long watermark = -10;
        for (Happening happening : all) {
            if (happening instanceof Happening.Arrival arrival) {
                for (long start = FIRST; start < LAST; start += SLIDE) {
                    boolean inside = start <= arrival.timestamp() && arrival.timestamp() < start + SIZE;
                    if (inside && start + SIZE - 1 + LATENESS > watermark) {
                        members.add(new Member(arrival, start));
                        if (start + SIZE - 1 <= watermark) {
                            fire(arrival.key(), start, members, coGroup, results);
                        }
                    }
                }
            } else if (happening instanceof Happening.Passing passing) {
                long before = watermark;
                watermark += passing.millis();
                for (long start = FIRST; start < LAST; start += SLIDE) {
                    long end = start + SIZE - 1;
                    if (end > before && end <= watermark) {
                        fire("a", start, members, coGroup, results);
                        fire("b", start, members, coGroup, results);
                    }
                }
            }
        }
        return results;
    }

    private static void fire(
            String key, long start, List<Member> members, boolean coGroup, List<OperatorTrial.Result<String>> results) {
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (Member member : members) {
            if (member.arrival().key().equals(key) && member.start() == start) {
                (member.arrival().side() == 0 ? left : right)
                        .add(member.arrival().name());
            }
        }
        long timestamp = start + SIZE - 1;
        if (coGroup && !(left.isEmpty() && right.isEmpty())) {
            results.add(new OperatorTrial.Result<>(left + "" + right, timestamp));
        }
        for (String one : coGroup ? List.<String>of() : left) {
            for (String two : right) {
                results.add(new OperatorTrial.Result<>(one + "-" + two, timestamp));
            }
        }
    }

    @Test
    void aJoinPairsWhatLiesInTheSameWindow() {
        Check.cases(300)
                .run(
                        Happening.ANY.list(0, 60),
                        happenings -> assertThat(run(WindowJoins.join(spec(), new Pairs()), happenings))
                                .containsExactlyInAnyOrderElementsOf(model(happenings, false)));
    }

    @Test
    void aFlatJoinEmitsAnyNumberForEachPair() throws Exception {
        OperatorFactory<Object, String> factory =
                WindowJoins.flatJoin(spec(), (String one, String two, Collector<String> out) -> {
                    out.collect(one);
                    out.collect(two);
                });
        List<Happening> happenings = List.of(new Happening.Arrival(0, "a", 1, 2), new Happening.Arrival(1, "a", 2, 7));
        assertThat(run(factory, happenings))
                .containsExactly(new OperatorTrial.Result<>("a1", 9), new OperatorTrial.Result<>("a2", 9));
    }

    @Test
    void aCoGroupSeesBothSidesOfEachWindowAlsoWhenOneIsEmpty() {
        Check.cases(300)
                .run(
                        Happening.ANY.list(0, 60),
                        happenings -> assertThat(run(WindowJoins.coGroup(spec(), new Both()), happenings))
                                .containsExactlyInAnyOrderElementsOf(model(happenings, true)));
    }

    @Test
    void aNullRecordIsAnErrorThatSaysWhatToDo() throws Exception {
        OperatorTrial<Object, String> trial =
                OperatorTrial.of(WindowJoins.join(spec(), new Pairs()), any -> "key", any -> "key");
        assertThatThrownBy(() -> trial.record(null)).hasMessageContaining("null");
    }
}
