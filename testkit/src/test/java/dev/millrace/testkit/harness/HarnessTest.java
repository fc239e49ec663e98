package dev.millrace.testkit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.function.KeyedProcessFunction;
import org.junit.jupiter.api.Test;

/** A function with state, both kinds of timers and a side output, driven by hand. */
class HarnessTest {
    private static final OutputTag<String> NEWS = new OutputTag<>("news") {};

    private static final class Alarm extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext context) throws Exception {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            if (number < 0) {
                throw new IllegalArgumentException("no room for " + number);
            }
            count.update(count.value() == null ? 1 : count.value() + 1);
            context.output(NEWS, "number " + number);
            context.timerService().registerEventTimeTimer(context.timestamp() + 100);
            context.timerService()
                    .registerProcessingTimeTimer(context.timerService().currentProcessingTime() + 50);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect(context.timeDomain() + " " + context.getCurrentKey() + " " + count.value());
        }
    }

    private static Harness<Long, String> harness() throws Exception {
        return Harness.of(
                in -> in.keyBy((KeySelector<Long, Long>) number -> number % 2).process(new Alarm()), NEWS);
    }

    @Test
    void timersFireWhenTheirTimeIsMadeToCome() throws Exception {
        try (Harness<Long, String> harness = harness()) {
            harness.push(3L, 1_000).push(5L, 1_000).watermark(1_099);
            assertThat(harness.output()).isEmpty();
            harness.watermark(1_100);
            assertThat(harness.output()).containsExactly("EVENT_TIME 1 2");
            harness.advanceClock(50);
            assertThat(harness.output()).hasSize(1);
            harness.advanceClock(1);
            assertThat(harness.output()).containsExactly("EVENT_TIME 1 2", "PROCESSING_TIME 1 2");
        }
    }

    @Test
    void sideOutputsAreKeptApart() throws Exception {
        try (Harness<Long, String> harness = harness()) {
            harness.push(4L, 10);
            assertThat(harness.sideOutput(NEWS)).containsExactly("number 4");
            assertThatThrownBy(() -> harness.sideOutput(new OutputTag<String>("other") {}))
                    .hasMessageContaining("was not asked for");
        }
    }

    @Test
    void stateTimersAndEventTimeGoOnAfterARestart() throws Exception {
        try (Harness<Long, String> harness = harness()) {
            harness.push(3L, 1_000).watermark(1_050).restart();
            harness.push(5L, 1_001).watermark(1_100);
            assertThat(harness.output()).containsExactly("EVENT_TIME 1 2");
            harness.restart().advanceClock(51);
            assertThat(harness.output()).containsExactly("EVENT_TIME 1 2", "PROCESSING_TIME 1 2");
        }
    }

    @Test
    void theEndFiresWhatWaitsForEventTime() throws Exception {
        try (Harness<Long, String> harness = harness()) {
            harness.push(3L, 1_000).end();
            assertThat(harness.output()).containsExactly("EVENT_TIME 1 1");
        }
    }

    @Test
    void whatAFunctionThrowsComesToTheCaller() throws Exception {
        try (Harness<Long, String> harness = harness()) {
            assertThatThrownBy(() -> harness.push(-1L, 0))
                    .hasMessageContaining("record -1")
                    .hasRootCauseMessage("no room for -1");
        }
    }
}
