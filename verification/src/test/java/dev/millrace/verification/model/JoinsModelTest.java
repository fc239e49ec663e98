package dev.millrace.verification.model;

import static dev.millrace.verification.model.Windows.sliding;

import dev.millrace.check.Choices;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.KeyedStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.CountTrigger;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.PurgingTrigger;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import dev.millrace.testkit.contract.Board;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Outcome;
import dev.millrace.verification.model.Pane.Lapse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Joins of two streams, over all that may befall a run. */
class JoinsModelTest {
    private static final int CASES = 20;
    private static final int INTERVAL_CASES = 100;
    private static final OutputTag<Fact> LATE_LEFT = new OutputTag<>("late left") {};
    private static final OutputTag<Fact> LATE_RIGHT = new OutputTag<>("late right") {};

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @TestFactory
    Stream<DynamicTest> windowJoinsAndCoGroups() {
        return Stream.of(
                        new Joined<>(
                                "tumbling",
                                TumblingEventTimeWindows.of(millis(15)),
                                null,
                                WindowRules.inEventTime(sliding(15, 15, 0))),
                        new Joined<>(
                                "sliding, late",
                                SlidingEventTimeWindows.of(millis(16), millis(8)),
                                null,
                                WindowRules.inEventTime(sliding(16, 8, 0)).late(6)),
                        new Joined<>(
                                "sessions, late",
                                EventTimeSessionWindows.withGap(millis(7)),
                                null,
                                WindowRules.inEventTime((fact, time) -> List.of(Lapse.of(time, 7)))
                                        .merge()
                                        .late(5)),
                        new Joined<>(
                                "tumbling, count, purging",
                                TumblingEventTimeWindows.of(millis(30)),
                                PurgingTrigger.of(CountTrigger.of(3)),
                                WindowRules.inEventTime(sliding(30, 30, 0))
                                        .firing(Firing.emptying(Firing.counting(3)))),
                        new Joined<>(
                                "tumbling by the clock",
                                TumblingProcessingTimeWindows.of(millis(12)),
                                null,
                                WindowRules.byTheClock(sliding(12, 12, 0))))
                .map(joined -> DynamicTest.dynamicTest(
                        joined.name(), () -> Stories.check(CASES).run(Stories.of(2), joined::check)));
    }

    /** How far right records may lie from left ones. */
    private record Bounds(long lower, long upper, boolean lowerOpen, boolean upperOpen) {
        static Bounds of(Choices choices) {
            long lower = choices.upTo(24) - 12;
            return new Bounds(lower, lower + 2 + choices.upTo(16), choices.upTo(1) == 1, choices.upTo(1) == 1);
        }

        boolean hold(long distance) {
            return (lowerOpen ? distance > lower : distance >= lower)
                    && (upperOpen ? distance < upper : distance <= upper);
        }
    }

    private static final class Joins extends ProcessJoinFunction<Fact, Fact, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Fact left, Fact right, Context ctx, Collector<String> out) {
            out.collect(left + "," + ctx.getLeftTimestamp() + " with " + right + "," + ctx.getRightTimestamp());
        }
    }

    private static void write(Bounds bounds, Board board) {
        KeyedStream<Fact, String> left = board.<Fact>input(0).keyBy(Fact::key);
        var joined = left.intervalJoin(board.<Fact>input(1).keyBy(Fact::key))
                .between(millis(bounds.lower()), millis(bounds.upper()));
        joined = bounds.lowerOpen() ? joined.lowerBoundExclusive() : joined;
        joined = bounds.upperOpen() ? joined.upperBoundExclusive() : joined;
        SingleOutputStreamOperator<String> main = joined.sideOutputLeftLateData(LATE_LEFT)
                .sideOutputRightLateData(LATE_RIGHT)
                .process(new Joins());
        board.result(main);
        board.result(main.getSideOutput(LATE_LEFT));
        board.result(main.getSideOutput(LATE_RIGHT));
    }

    /** Every pair of records that were in time, whenever the later one came. */
    private static Told[] model(Bounds bounds, List<Happening> script) {
        Told[] told = {new Told(), new Told(), new Told()};
        List<Happening.Given> inTime = new ArrayList<>();
        EventTime eventTime = new EventTime(2);
        long watermark = Long.MIN_VALUE;
        for (int place = 0; place < script.size(); place++) {
            if (script.get(place) instanceof Happening.Given given) {
                if (given.timestamp() < watermark) {
                    told[1 + given.source()].add(place + 1, given.value(), given.timestamp());
                } else {
                    for (Happening.Given other : inTime) {
                        boolean isLeft = given.source() == 0;
                        pair(bounds, place + 1, isLeft ? given : other, isLeft ? other : given, told[0]);
                    }
                    inTime.add(given);
                }
            }
            watermark = eventTime.after(script.get(place));
        }
        return told;
    }

    private static void pair(Bounds bounds, int moment, Happening.Given left, Happening.Given right, Told told) {
        boolean sides = left.source() == 0 && right.source() == 1;
        boolean keys = ((Fact) left.value()).key().equals(((Fact) right.value()).key());
        if (sides && keys && bounds.hold(right.timestamp() - left.timestamp())) {
            told.add(
                    moment,
                    left.value() + "," + left.timestamp() + " with " + right.value() + "," + right.timestamp(),
                    Math.max(left.timestamp(), right.timestamp()));
        }
    }

    @Test
    void intervalJoins() {
        Stories.check(INTERVAL_CASES).run(Stories.of(2), Bounds::of, (story, bounds) -> {
            Outcome outcome = story.run(board -> write(bounds, board));
            Told[] told = model(bounds, story.script());
            for (int result = 0; result < told.length; result++) {
                told[result].require(outcome, result);
            }
        });
    }
}
