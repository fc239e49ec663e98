package dev.millrace.verification.contract;

import dev.millrace.core.eventtime.AssignerWithPunctuatedWatermarks;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.function.CoFlatMapFunction;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.CoProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.contract.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Operators without keys. */
final class PlainEntries {
    private static final int LONG = 1_500;
    private static final OutputTag<String> ODD = new OutputTag<>("odd");

    private PlainEntries() {}

    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        all.addAll(ofOne());
        all.addAll(ofTwo());
        all.addAll(inMidGraph());
        return all;
    }

    private static List<Entry> ofOne() {
        List<Happening> one = Scripts.inTime(1, 25);
        return List.of(
                Entry.of(
                        "map",
                        one,
                        board -> board.result(
                                board.<Tuple2<String, Integer>>input(0).map(pair -> pair.f0 + pair.f1))),
                Entry.of(
                                "map with state of its own",
                                one,
                                board -> board.result(
                                        board.<Tuple2<String, Integer>>input(0).map(new Numbers())))
                        .atOneParallelism(),
                Entry.of(
                        "flatMap",
                        one,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .<String>flatMap((pair, out) -> {
                                    for (int copy = 0; copy < pair.f1 % 3; copy++) {
                                        out.collect(pair.f0 + copy);
                                    }
                                }))),
                Entry.of(
                        "a long flatMap",
                        Scripts.inTime(1, 8),
                        board -> board.result(
                                board.<Tuple2<String, Integer>>input(0).<Integer>flatMap((pair, out) -> {
                                    for (int number = 0; number < LONG; number++) {
                                        out.collect(number);
                                    }
                                }))),
                Entry.of(
                        "filter",
                        one,
                        board -> board.result(
                                board.<Tuple2<String, Integer>>input(0).filter(pair -> pair.f1 % 2 == 0))),
                Entry.of("process with a side output", one, board -> {
                    SingleOutputStreamOperator<String> main =
                            board.<Tuple2<String, Integer>>input(0).process(new Splits());
                    board.result(main);
                    board.result(main.getSideOutput(ODD));
                }));
    }

    private static List<Entry> ofTwo() {
        List<Happening> two = Scripts.inTime(2, 30);
        return List.of(
                Entry.of(
                        "union",
                        two,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .union(board.<Tuple2<String, Integer>>input(1))
                                .map(pair -> pair.f0 + pair.f1))),
                Entry.of(
                        "coMap",
                        two,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .connect(board.<Tuple2<String, Integer>>input(1))
                                .map(new Sides()))),
                Entry.of(
                        "coFlatMap",
                        two,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .connect(board.<Tuple2<String, Integer>>input(1))
                                .flatMap(new SidesTwice()))),
                Entry.of(
                        "co-process",
                        two,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .connect(board.<Tuple2<String, Integer>>input(1))
                                .process(new SidesInTime()))));
    }

    private static List<Entry> inMidGraph() {
        List<Happening> one = Scripts.inTime(1, 25);
        return List.of(
                Entry.of("periodic watermarks in mid-graph", one, board -> board.result(timed(board.input(0))))
                        .atOneParallelism(),
                Entry.of(
                                "punctuated watermarks in mid-graph",
                                one,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .assignTimestampsAndWatermarks(new EachThird())))
                        .atOneParallelism(),
                Entry.of(
                                "partitionCustom",
                                one,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .partitionCustom((key, size) -> key % size, pair -> pair.f1)
                                        .map(pair -> pair.f0 + pair.f1)))
                        .unordered(),
                Entry.of(
                                "rebalance, rescale, shuffle and global",
                                one,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .rebalance()
                                        .map(pair -> pair.f1)
                                        .rescale()
                                        .map(number -> number + 1)
                                        .shuffle()
                                        .map(number -> number * 2)
                                        .global()
                                        .map(number -> "number " + number)))
                        .unordered(),
                Entry.of(
                                "idleness in mid-graph",
                                one,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .assignTimestampsAndWatermarks(
                                                WatermarkStrategy.<Tuple2<String, Integer>>forMonotonousTimestamps()
                                                        .withTimestampAssigner((pair, before) -> pair.f1 * 10L)
                                                        .withIdleness(Duration.ofMillis(5)))))
                        .atOneParallelism(),
                Entry.of(
                        "a list that is dealt out",
                        one,
                        board -> board.result(
                                board.<Tuple2<String, Integer>>input(0).process(new Keeps()))));
    }

    private static DataStream<Tuple2<String, Integer>> timed(DataStream<Tuple2<String, Integer>> input) {
        return input.assignTimestampsAndWatermarks(
                WatermarkStrategy.<Tuple2<String, Integer>>forBoundedOutOfOrderness(Duration.ofMillis(20))
                        .withTimestampAssigner((pair, before) -> pair.f1 * 10L));
    }

    /** Says behind each third number how far event time has come. */
    private static final class EachThird implements AssignerWithPunctuatedWatermarks<Tuple2<String, Integer>> {
        private static final long serialVersionUID = 1;

        @Override
        public long extractTimestamp(Tuple2<String, Integer> pair, long before) {
            return pair.f1 * 10L;
        }

        @Override
        public Watermark checkAndGetNextWatermark(Tuple2<String, Integer> pair, long timestamp) {
            return pair.f1 % 3 == 0 ? new Watermark(timestamp - 5) : null;
        }
    }

    /** Gives each record the number of those before it, which is state of the instance. */
    private static final class Numbers extends RichMapFunction<Tuple2<String, Integer>, String>
            implements CheckpointedFunction {
        private int count;
        private transient ListState<Integer> counts;

        @Override
        public String map(Tuple2<String, Integer> pair) {
            return pair + " is number " + count++;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            counts.update(List.of(count));
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            counts = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("count", Integer.class));
            for (int before : counts.get()) {
                count += before;
            }
        }
    }

    /** Sends odd numbers to a side output, with the event time that it sees. */
    private static final class Splits extends ProcessFunction<Tuple2<String, Integer>, String> {
        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) {
            String seen = pair + " at " + ctx.timerService().currentWatermark() + " of "
                    + ctx.timerService().currentProcessingTime() + " with " + ctx.timestamp();
            if (pair.f1 % 2 == 1) {
                ctx.output(ODD, seen);
            } else {
                out.collect(seen);
            }
        }
    }

    private static final class Sides
            implements CoMapFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public String map1(Tuple2<String, Integer> value) {
            return "left " + value;
        }

        @Override
        public String map2(Tuple2<String, Integer> value) {
            return "right " + value;
        }
    }

    private static final class SidesTwice
            implements CoFlatMapFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public void flatMap1(Tuple2<String, Integer> value, Collector<String> out) {
            out.collect("left " + value);
            out.collect("left again " + value);
        }

        @Override
        public void flatMap2(Tuple2<String, Integer> value, Collector<String> out) {
            out.collect("right " + value);
        }
    }

    private static final class SidesInTime
            extends CoProcessFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        @Override
        public void processElement1(Tuple2<String, Integer> value, Context ctx, Collector<String> out) {
            out.collect("left " + value + " at " + ctx.timerService().currentWatermark());
        }

        @Override
        public void processElement2(Tuple2<String, Integer> value, Context ctx, Collector<String> out) {
            out.collect("right " + value + " at " + ctx.timerService().currentWatermark());
        }
    }

    /** Keeps records, and emits them five at a time, whichever they are: a record is never lost nor doubled. */
    private static final class Keeps extends ProcessFunction<Tuple2<String, Integer>, String>
            implements CheckpointedFunction {
        private final ArrayList<Tuple2<String, Integer>> kept = new ArrayList<>();
        private transient ListState<Tuple2<String, Integer>> stored;

        @Override
        public void processElement(Tuple2<String, Integer> pair, Context ctx, Collector<String> out) {
            kept.add(Tuple2.of(pair.f0, pair.f1));
            out.collect("kept");
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            stored.update(kept);
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            stored = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("kept"));
            stored.get().forEach(kept::add);
        }
    }
}
