package programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.co.RichCoFlatMapFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoStreamFlatMap;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

/** A function with timers in a harness, as tests of operators are written. */
public class AlertsTest {

    private static final OutputTag<String> DONE = new OutputTag<String>("done") {};

    /** Raises an alert when no second record of a key comes within a hundred milliseconds. */
    static class Alert extends KeyedProcessFunction<Long, Long, String> {
        private ValueState<Long> first;

        @Override
        public void open(Configuration parameters) {
            first = getRuntimeContext().getState(new ValueStateDescriptor<>("first", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) throws Exception {
            if (first.value() == null) {
                first.update(context.timestamp());
                context.timerService().registerEventTimeTimer(context.timestamp() + 100);
            } else {
                context.timerService().deleteEventTimeTimer(first.value() + 100);
                first.clear();
                context.output(DONE, "done " + number);
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) throws Exception {
            out.collect("alert " + context.getCurrentKey());
            first.clear();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, Long, String> harness() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Long, Long, String> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new Alert()), number -> number % 10, Types.LONG);
        harness.setup();
        return harness;
    }

    @Test
    public void timersFireAndAreDeleted() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, String> harness = harness()) {
            harness.open();
            harness.processElement(new StreamRecord<>(1L, 1));
            harness.processElement(2L, 2);
            assertThat(harness.numEventTimeTimers()).isEqualTo(2);
            assertThat(harness.numKeyedStateEntries()).isEqualTo(2);

            harness.processElement(11L, 11);
            harness.processWatermark(new Watermark(150));

            assertThat(harness.getOutput()).containsExactly(new StreamRecord<>("alert 2", 102), new Watermark(150));
            assertThat(harness.getSideOutput(DONE)).containsExactly(new StreamRecord<>("done 11", 11));
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    public void anotherHarnessGoesOnFromASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, String> harness = harness()) {
            harness.open();
            harness.processElement(3L, 3);
            snapshot = harness.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, String> harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(new Watermark(103));
            assertThat(harness.extractOutputValues()).containsExactly("alert 3");
        }
    }

    @Test
    public void twoInputsShareState() throws Exception {
        RichCoFlatMapFunction<Long, String, String> match = new RichCoFlatMapFunction<Long, String, String>() {
            private ValueState<Long> left;

            @Override
            public void open(Configuration parameters) {
                left = getRuntimeContext().getState(new ValueStateDescriptor<>("left", Long.class));
            }

            @Override
            public void flatMap1(Long number, Collector<String> out) throws Exception {
                left.update(number);
            }

            @Override
            public void flatMap2(String text, Collector<String> out) throws Exception {
                if (left.value() != null) {
                    out.collect(left.value() + text);
                }
            }
        };
        try (KeyedTwoInputStreamOperatorTestHarness<Long, Long, String, String> harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new CoStreamFlatMap<>(match), number -> number, text -> (long) text.length(), Types.LONG)) {
            harness.setup();
            harness.open();
            harness.processElement1(3L, 1);
            harness.processElement2(new StreamRecord<>("abc", 2));
            harness.processElement2("abcd", 3);
            harness.processBothWatermarks(new Watermark(9));
            assertThat(harness.getOutput()).containsExactly(new StreamRecord<>("3abc", 2), new Watermark(9));
        }
    }

    @Test
    public void theClockIsMovedByHand() throws Exception {
        KeyedProcessFunction<Long, Long, Long> function = new KeyedProcessFunction<Long, Long, Long>() {
            @Override
            public void processElement(Long number, Context context, Collector<Long> out) {
                context.timerService().registerProcessingTimeTimer(number);
            }

            @Override
            public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
                out.collect(context.timerService().currentProcessingTime());
            }
        };
        try (KeyedOneInputStreamOperatorTestHarness<Long, Long, Long> harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(function, number -> number, Types.LONG)) {
            harness.processElement(10L, 0);
            harness.processElement(11L, 0);
            harness.setProcessingTime(10);
            assertThat(harness.extractOutputValues()).containsExactly(10L);
            assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
        }
    }
}
