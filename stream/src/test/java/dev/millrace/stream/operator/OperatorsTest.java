package dev.millrace.stream.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.function.SinkFunction;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private static final KeySelector<Tuple2<String, Integer>, String> WORD = pair -> pair.f0;

    @Test
    void mapFilterAndFlatMapKeepTheTimestampOfWhatTheyWereGiven() throws Exception {
        OperatorTrial<Integer, Integer> map = OperatorTrial.of(Operators.map((Integer x) -> x + 1));
        assertThat(map.record(1, 5).record(2).results())
                .containsExactly(new OperatorTrial.Result<>(2, 5), new OperatorTrial.Result<>(3, Batch.NO_TIMESTAMP));
        OperatorTrial<Integer, Integer> filter = OperatorTrial.of(Operators.filter((Integer x) -> x % 2 == 0));
        assertThat(filter.record(1, 1).record(2, 2).results()).containsExactly(new OperatorTrial.Result<>(2, 2));
        FlatMapFunction<String, String> split = (line, out) -> {
            for (String word : line.split(" ")) {
                out.collect(word);
            }
        };
        OperatorTrial<String, String> flatMap = OperatorTrial.of(Operators.flatMap(split));
        assertThat(flatMap.record("a b", 7).results())
                .containsExactly(new OperatorTrial.Result<>("a", 7), new OperatorTrial.Result<>("b", 7));
        assertThat(flatMap.watermark(9).marks()).containsExactly("W9");
    }

    @Test
    void aReduceGivesTheFirstRecordAsItIsAndThenWhatTheyComeTo() throws Exception {
        OperatorTrial<Tuple2<String, Integer>, Tuple2<String, Integer>> trial = OperatorTrial.of(
                Operators.reduce((ReduceFunction<Tuple2<String, Integer>>) (a, b) -> Tuple2.of(a.f0, a.f1 * 10 + b.f1)),
                WORD);
        trial.record(Tuple2.of("a", 1))
                .record(Tuple2.of("b", 7))
                .record(Tuple2.of("a", 2))
                .record(Tuple2.of("a", 3));
        assertThat(trial.values())
                .containsExactly(Tuple2.of("a", 1), Tuple2.of("b", 7), Tuple2.of("a", 12), Tuple2.of("a", 123));
    }

    /** Writes down its life. */
    private static final class Diary extends RichMapFunction<String, String> implements CheckpointedFunction {

        private final List<String> events = new ArrayList<>();
        private transient ListState<String> seen;

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            events.add(context.isRestored() ? "restored" : "fresh");
            seen = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("seen", String.class));
        }

        @Override
        public void open(OpenContext openContext) {
            events.add("open " + getRuntimeContext().getTaskInfo().getTaskNameWithSubtasks());
        }

        @Override
        public String map(String value) throws Exception {
            seen.add(value);
            getRuntimeContext().getIntCounter("count").add(1);
            return events + " " + seen.get();
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            seen.add("checkpoint " + context.getCheckpointId());
        }
    }

    @Test
    void aFunctionGetsItsStateThenIsOpenedAndFindsItsStateAgainAfterARestore() throws Exception {
        OperatorFactory<String, String> factory = Operators.map(new Diary());
        OperatorTrial<String, String> trial = OperatorTrial.of(factory);
        trial.record("a");
        assertThat(trial.values()).containsExactly("[fresh, open trial (1/1)#0] [a]");
        assertThat(trial.accumulator("count").getLocalValue()).isEqualTo(1);
        OperatorTrial<String, String> again = OperatorTrial.restored(factory, trial.snapshot(3));
        again.record("b");
        assertThat(again.values()).containsExactly("[restored, open trial (1/1)#1] [a, checkpoint 3, b]");
    }

    /** Knows only the older open. */
    private static final class Older extends RichMapFunction<String, String> {
        private transient String opened;

        @Override
        public void open(Configuration parameters) {
            opened = "opened " + parameters.toMap().size();
        }

        @Override
        public String map(String value) {
            return opened;
        }
    }

    @Test
    void theOlderOpenIsCalledWhenAFunctionKnowsNoOther() throws Exception {
        OperatorTrial<String, String> trial = OperatorTrial.of(Operators.map(new Older()));
        assertThat(trial.record("x").values()).containsExactly("opened 0");
    }

    /** Shows what the context shows. */
    private static final class Shows extends ProcessFunction<String, String> {
        private static final OutputTag<String> SIDE = new OutputTag<>("side");

        @Override
        public void processElement(String value, Context ctx, Collector<String> out) {
            out.collect(value + " " + ctx.timestamp() + " " + ctx.timerService().currentWatermark());
            ctx.output(SIDE, value);
            if (value.equals("timer")) {
                ctx.timerService().registerEventTimeTimer(5);
            }
        }
    }

    @Test
    void aProcessFunctionSeesNoTimestampAsNullAndTheWatermarkWithoutKeys() throws Exception {
        OperatorTrial<String, String> trial = OperatorTrial.of(Operators.process(new Shows(), false));
        trial.record("a").record("b", 3).watermark(10).record("c", 11);
        assertThat(trial.values()).containsExactly("a null " + Long.MIN_VALUE, "b 3 " + Long.MIN_VALUE, "c 11 10");
        assertThat(trial.side(new OutputTag<>("side"))).containsExactly("a", "b", "c");
    }

    @Test
    void aTimerWithoutKeysIsRefusedWithTheRemedy() throws Exception {
        OperatorTrial<String, String> trial = OperatorTrial.of(Operators.process(new Shows(), false));
        assertThatThrownBy(() -> trial.record("timer"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'trial' has no keys")
                .hasMessageContaining("keyBy");
    }

    /** Counts per key; at a timer it says how many and for whom. */
    private static final class Counts extends KeyedProcessFunction<String, Tuple2<String, Integer>, String> {
        private transient ValueState<Integer> count;

        @Override
        public void open(OpenContext openContext) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Integer.class, 0));
        }

        @Override
        public void processElement(Tuple2<String, Integer> value, Context ctx, Collector<String> out) throws Exception {
            count.update(count.value() + 1);
            if (value.f1 > 0) {
                ctx.timerService().registerEventTimeTimer(value.f1);
                ctx.timerService().registerEventTimeTimer(value.f1);
            } else if (value.f1 < 0) {
                ctx.timerService().deleteEventTimeTimer(-value.f1);
            } else {
                ctx.timerService()
                        .registerProcessingTimeTimer(ctx.timerService().currentProcessingTime() + 100);
            }
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext ctx, Collector<String> out) throws Exception {
            out.collect(ctx.getCurrentKey() + count.value() + " " + ctx.timeDomain() + " " + timestamp + " "
                    + ctx.timestamp());
        }
    }

    @Test
    void timersBelongToKeysFireOnceAndCarryTheirTimestamp() throws Exception {
        OperatorTrial<Tuple2<String, Integer>, String> trial =
                OperatorTrial.of(Operators.keyedProcess(new Counts()), WORD);
        trial.record(Tuple2.of("a", 20))
                .record(Tuple2.of("b", 10))
                .record(Tuple2.of("a", 20))
                .record(Tuple2.of("c", 15))
                .record(Tuple2.of("c", -15))
                .watermark(9);
        assertThat(trial.values()).isEmpty();
        trial.watermark(20);
        assertThat(trial.results())
                .containsExactly(
                        new OperatorTrial.Result<>("b1 EVENT_TIME 10 10", 10),
                        new OperatorTrial.Result<>("a2 EVENT_TIME 20 20", 20));
    }

    @Test
    void processingTimeTimersFollowTheClockAndTheirResultsHaveNoTimestamp() throws Exception {
        OperatorTrial<Tuple2<String, Integer>, String> trial =
                OperatorTrial.of(Operators.keyedProcess(new Counts()), WORD);
        trial.time(1_000).record(Tuple2.of("a", 0)).watermark(Long.MAX_VALUE).time(1_100);
        assertThat(trial.values()).isEmpty();
        assertThat(trial.time(1_101).results())
                .containsExactly(new OperatorTrial.Result<>("a1 PROCESSING_TIME 1100 1100", Batch.NO_TIMESTAMP));
    }

    /** Remembers the left value for the right one. */
    private static final class Pairs extends KeyedCoProcessFunction<String, String, String, String> {
        private transient ValueState<String> left;

        @Override
        public void open(OpenContext openContext) {
            left = getRuntimeContext().getState(new ValueStateDescriptor<>("left", String.class));
        }

        @Override
        public void processElement1(String value, Context ctx, Collector<String> out) throws Exception {
            left.update(value);
        }

        @Override
        public void processElement2(String value, Context ctx, Collector<String> out) throws Exception {
            out.collect(ctx.getCurrentKey() + ": " + left.value() + "+" + value);
        }
    }

    @Test
    void twoKeyedInputsShareTheStateOfAKey() throws Exception {
        KeySelector<String, String> first = word -> word.substring(0, 1);
        OperatorTrial<Object, String> trial = OperatorTrial.of(Operators.keyedCoProcess(new Pairs()), first, first);
        trial.record(0, "apple", 0).record(1, "axe", 0).record(1, "bee", 0);
        assertThat(trial.values()).containsExactly("a: apple+axe", "b: null+bee");
    }

    /** Takes in and shows its context. */
    private static final class Lines implements SinkFunction<String> {
        private static final List<String> WRITTEN = new ArrayList<>();

        @Override
        public void invoke(String value, Context context) {
            WRITTEN.add(value + " " + context.timestamp() + " " + context.currentWatermark());
        }
    }

    @Test
    void aSinkFunctionSeesTimestampAndWatermark() throws Exception {
        Lines.WRITTEN.clear();
        OperatorTrial.of(Operators.sinkFunction(new Lines()))
                .record("a")
                .watermark(4)
                .record("b", 5);
        assertThat(Lines.WRITTEN).containsExactly("a null " + Long.MIN_VALUE, "b 5 4");
    }
}
