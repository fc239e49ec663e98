package dev.millrace.testkit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.time.Timer;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import org.junit.jupiter.api.Test;

/** State, timers and snapshots as a harness shows them, with two inputs. */
class LooksTest {
    private static final ValueStateDescriptor<Long> LAST = new ValueStateDescriptor<>("last", Long.class);
    private static final KeySelector<Long, Long> KEY = number -> number % 10;

    /** Remembers lefts until a right of their key or their timer comes. */
    private static final class Wait extends KeyedCoProcessFunction<Long, Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> last;

        @Override
        public void open(OpenContext context) {
            last = getRuntimeContext().getState(LAST);
        }

        @Override
        public void processElement1(Long number, Context context, Collector<String> out) throws Exception {
            last.update(number);
            context.timerService().registerEventTimeTimer(context.timestamp() + 100);
        }

        @Override
        public void processElement2(Long number, Context context, Collector<String> out) throws Exception {
            if (last.value() != null) {
                out.collect(last.value() + " met " + number);
                context.timerService().deleteEventTimeTimer(last.value() + 100);
                last.clear();
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect(last.value() + " met nobody");
            last.clear();
        }
    }

    private static TwoInputHarness<Long, Long, String> harness() throws Exception {
        return TwoInputHarness.of(
                (left, right) -> left.connect(right).keyBy(KEY, KEY).process(new Wait()));
    }

    @Test
    void stateAndTimersOfEachKeyCanBeSeenAndChanged() throws Exception {
        try (TwoInputHarness<Long, Long, String> harness = harness()) {
            harness.left().push(17L, 17).push(21L, 21);
            assertThat(harness.state(7L, LAST).value()).isEqualTo(17);
            assertThat(harness.state(2L, LAST).value()).isNull();
            assertThat(harness.timers(Timer.Domain.EVENT_TIME))
                    .containsExactly(
                            new Timer(Timer.Domain.EVENT_TIME, 117, 7L, null),
                            new Timer(Timer.Domain.EVENT_TIME, 121, 1L, null));
            harness.state(1L, LAST).update(31L);
            harness.right().push(7L);
            harness.left().watermark(200);
            assertThat(harness.output()).containsExactly("17 met 7");
            harness.right().watermark(200);
            assertThat(harness.output()).containsExactly("17 met 7", "31 met nobody");
            assertThat(harness.timers(Timer.Domain.EVENT_TIME)).isEmpty();
        }
    }

    @Test
    void aSnapshotStaysAsItWasAndAnyHarnessOfTheSamePartGoesOnFromIt() throws Exception {
        try (TwoInputHarness<Long, Long, String> first = harness();
                TwoInputHarness<Long, Long, String> second = harness()) {
            first.left().push(17L, 17);
            HarnessSnapshot snapshot = first.snapshot();
            first.left().push(27L, 27);
            second.restore(snapshot);
            assertThat(second.state(7L, LAST).value()).isEqualTo(17);
            assertThat(second.timers(Timer.Domain.EVENT_TIME)).hasSize(1);
            second.right().push(7L);
            assertThat(second.output()).containsExactly("17 met 7");
            assertThat(second.timers(Timer.Domain.EVENT_TIME)).isEmpty();
            first.right().push(7L);
            first.restore(snapshot).right().push(7L);
            assertThat(first.output()).containsExactly("27 met 7", "17 met 7");
        }
    }

    @Test
    void anIdleInputHoldsEventTimeNotBack() throws Exception {
        try (TwoInputHarness<Long, Long, String> harness = harness()) {
            harness.left().push(17L, 17).watermark(500);
            assertThat(harness.output()).isEmpty();
            harness.right().idle();
            assertThat(harness.output()).containsExactly("17 met nobody");
        }
    }

    @Test
    void severalKeyedOperatorsAreNotGuessedAmong() throws Exception {
        try (Harness<Long, Long> harness =
                Harness.of(in -> in.keyBy(KEY).reduce(Long::sum).keyBy(KEY).reduce(Long::sum))) {
            assertThatThrownBy(() -> harness.state(1L, LAST)).hasMessageContaining("there are 2 keyed operators");
        }
    }
}
