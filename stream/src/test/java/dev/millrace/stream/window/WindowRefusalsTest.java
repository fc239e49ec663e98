package dev.millrace.stream.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What windows refuse, and what they make of functions that answer nothing. */
class WindowRefusalsTest {

    private static final KeySelector<Tuple2<String, Integer>, String> WORD = pair -> pair.f0;
    private static final ReduceFunction<Tuple2<String, Integer>> ADD = (a, b) -> Tuple2.of(a.f0, a.f1 + b.f1);

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
    void aTriggerThatCannotMergeIsRefusedForSessions() {
        WindowSpec<Object, TimeWindow> sessions = WindowSpec.of(EventTimeSessionWindows.withGap(Duration.ofMillis(10)));
        Trigger<Object, TimeWindow> never = new Trigger<>() {
            @Override
            public TriggerResult onElement(Object element, long timestamp, TimeWindow window, TriggerContext ctx) {
                return TriggerResult.CONTINUE;
            }

            @Override
            public TriggerResult onProcessingTime(long time, TimeWindow window, TriggerContext ctx) {
                return TriggerResult.CONTINUE;
            }

            @Override
            public TriggerResult onEventTime(long time, TimeWindow window, TriggerContext ctx) {
                return TriggerResult.CONTINUE;
            }

            @Override
            public void clear(TimeWindow window, TriggerContext ctx) {}
        };
        assertThatThrownBy(() -> sessions.withTrigger(never))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("merge");
    }

    /** Answers what it was made with. */
    private static final class Odd extends WindowAssigner<Object, TimeWindow> {
        private final List<TimeWindow> windows;

        Odd(List<TimeWindow> windows) {
            this.windows = windows;
        }

        @Override
        public List<TimeWindow> assignWindows(Object element, long timestamp, WindowAssignerContext context) {
            return windows;
        }

        @Override
        public Trigger<Object, TimeWindow> getDefaultTrigger() {
            return EventTimeTrigger.create();
        }

        @Override
        public boolean isEventTime() {
            return true;
        }

        @Override
        public String toString() {
            return "Odd";
        }
    }

    @Test
    void anAssignerThatAnswersNullOrANullWindowIsNamedAndOneThatAnswersNoneDropsTheRecord() throws Exception {
        assertThatThrownBy(() -> sums(WindowSpec.of(new Odd(null))).record(pair("a", 1), 3))
                .hasMessageContaining("Odd answered null");
        List<TimeWindow> nothing = new ArrayList<>();
        nothing.add(null);
        assertThatThrownBy(() -> sums(WindowSpec.of(new Odd(nothing))).record(pair("a", 1), 3))
                .hasMessageContaining("null window");
        var trial = sums(WindowSpec.of(new Odd(List.of())));
        trial.record(pair("a", 1), 3).watermark(Long.MAX_VALUE);
        assertThat(trial.values()).isEmpty();
        assertThat(trial.kept()).isZero();
    }

    @Test
    void aReduceThatAnswersNullIsRefusedAndAnAggregateWithoutAResultEmitsNothing() throws Exception {
        OperatorTrial<Tuple2<String, Integer>, Tuple2<String, Integer>> reduce =
                OperatorTrial.of(WindowOperators.reduce(tumbling(10), (a, b) -> null, WindowCall.none()), WORD);
        reduce.record(pair("a", 1), 3);
        assertThatThrownBy(() -> reduce.record(pair("a", 1), 4)).hasMessageContaining("reduce function");
        OperatorTrial<Tuple2<String, Integer>, String> aggregate =
                OperatorTrial.of(WindowOperators.aggregate(tumbling(10), new Nothing(), WindowCall.none()), WORD);
        aggregate.record(pair("a", 1), 3).watermark(Long.MAX_VALUE);
        assertThat(aggregate.values()).isEmpty();
        assertThat(aggregate.kept()).isZero();
    }

    private static final class Nothing implements AggregateFunction<Tuple2<String, Integer>, Long, String> {
        @Override
        public Long createAccumulator() {
            return 0L;
        }

        @Override
        public Long add(Tuple2<String, Integer> value, Long accumulator) {
            return accumulator + 1;
        }

        @Override
        public String getResult(Long accumulator) {
            return null;
        }

        @Override
        public Long merge(Long a, Long b) {
            return a + b;
        }
    }

    @Test
    void windowsOfNoLengthAreRefusedWhereTheyAreMade() {
        assertThatThrownBy(() -> TumblingEventTimeWindows.of(Duration.ZERO)).hasMessageContaining("above 0 ms");
        assertThatThrownBy(() -> SlidingEventTimeWindows.of(Duration.ofMillis(5), Duration.ZERO))
                .hasMessageContaining("above 0 ms");
        assertThatThrownBy(() -> EventTimeSessionWindows.withGap(Duration.ZERO)).hasMessageContaining("above 0 ms");
        assertThatThrownBy(() -> CumulativeEventTimeWindows.of(Duration.ofMillis(5), Duration.ofMillis(2)))
                .hasMessageContaining("multiple");
    }
}
