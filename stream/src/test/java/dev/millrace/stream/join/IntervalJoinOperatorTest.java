package dev.millrace.stream.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalJoinOperatorTest {

    private static final OutputTag<String> LATE_LEFT = new OutputTag<>("late left");
    private static final OutputTag<String> LATE_RIGHT = new OutputTag<>("late right");
    private static final KeySelector<String, String> KEY = name -> name.substring(0, 1);

    private record Bounds(long lower, long upper) {}

    private static final Gen<Bounds> BOUNDS = choices -> {
        long lower = choices.upTo(20) - 10;
        return new Bounds(lower, lower + choices.upTo(12));
    };

    /** Tells pairs with their times. */
    private static final class Tell extends ProcessJoinFunction<String, String, String> {

        @Override
        public void processElement(String left, String right, Context ctx, Collector<String> out) {
            out.collect(left + "@" + ctx.getLeftTimestamp() + " " + right + "@" + ctx.getRightTimestamp() + " at "
                    + ctx.getTimestamp());
        }
    }

    private static OperatorTrial<Object, String> trial(Bounds bounds) throws Exception {
        IntervalSpec<String, String> spec = new IntervalSpec<>(bounds.lower(), bounds.upper(), LATE_LEFT, LATE_RIGHT);
        return OperatorTrial.of(IntervalJoins.join(spec, new Tell()), KEY, KEY);
    }

    /** What nested loops over all records that were in time give. */
    private record Model(List<String> pairs, List<String> lateLeft, List<String> lateRight) {

        static Model of(Bounds bounds, List<Happening> happenings) {
            Model model = new Model(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<Happening.Arrival> inTime = new ArrayList<>();
            long watermark = -10;
            for (Happening happening : happenings) {
                if (happening instanceof Happening.Passing passing) {
                    watermark += passing.millis();
                } else if (happening instanceof Happening.Arrival arrival) {
                    if (arrival.timestamp() >= watermark) {
                        inTime.add(arrival);
                    } else {
                        (arrival.side() == 0 ? model.lateLeft : model.lateRight).add(arrival.name());
                    }
                }
            }
            for (Happening.Arrival left : inTime) {
                for (Happening.Arrival right : inTime) {
                    long distance = right.timestamp() - left.timestamp();
                    boolean pair = left.side() == 0
                            && right.side() == 1
                            && left.key().equals(right.key())
                            && distance >= bounds.lower()
                            && distance <= bounds.upper();
                    if (pair) {
                        model.pairs.add(left.name() + "@" + left.timestamp() + " " + right.name() + "@"
                                + right.timestamp() + " at " + Math.max(left.timestamp(), right.timestamp()));
                    }
                }
            }
            return model;
        }
    }

    @Test
    void pairsWhatNestedLoopsPairAndKeepsNothingForEver() {
        Check.cases(400).run(BOUNDS, Happening.ANY.list(0, 80), (bounds, happenings) -> {
            OperatorTrial<Object, String> trial = trial(bounds);
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
            Model model = Model.of(bounds, happenings);
            assertThat(trial.values()).containsExactlyInAnyOrderElementsOf(model.pairs());
            assertThat(trial.side(LATE_LEFT)).isEqualTo(model.lateLeft());
            assertThat(trial.side(LATE_RIGHT)).isEqualTo(model.lateRight());
            assertThat(trial.watermark(1_000).kept()).isZero();
        });
    }

    @Test
    void resultsHaveTheLaterOfTheTimestamps() throws Exception {
        OperatorTrial<Object, String> trial = trial(new Bounds(-5, 5));
        trial.record(0, "a1", 10).record(1, "a2", 7).record(1, "a3", 14);
        assertThat(trial.results()).extracting(OperatorTrial.Result::timestamp).containsExactly(10L, 14L);
    }

    @Test
    void timestampsAtTheEndsOfTimeDoNotOverflow() throws Exception {
        OperatorTrial<Object, String> trial = trial(new Bounds(-5, 5));
        trial.record(0, "a1", Long.MAX_VALUE).record(1, "a2", Long.MAX_VALUE - 5);
        trial.record(0, "b1", Long.MIN_VALUE + 1).record(1, "b2", Long.MIN_VALUE + 2);
        assertThat(trial.values()).hasSize(2);
    }

    @Test
    void aRecordWithoutATimestampIsAnErrorThatSaysWhatToDo() throws Exception {
        OperatorTrial<Object, String> trial = trial(new Bounds(0, 1));
        assertThatThrownBy(() -> trial.record("a1")).hasMessageContaining("assignTimestampsAndWatermarks");
    }

    @Test
    void boundsInTheWrongOrderAreRefused() {
        assertThatThrownBy(() -> new IntervalSpec<>(2, 1, null, null))
                .hasMessageContaining("2 ms")
                .hasMessageContaining("1 ms");
    }
}
