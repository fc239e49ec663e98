package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One call of user code emits thousands of records, more than all channels hold together. */
record LongEmissions(Numbers source, int results, Way way) implements Shape.Sized {
    private static final OutputTag<Long> ODD = new OutputTag<>("odd") {};

    /** Which call emits. */
    enum Way {
        /** A record. */
        FLAT_MAP,
        /** A record, to two outputs by turns. */
        SIDE_OUTPUT,
        /** A timer, at the latest when event time comes to its end. */
        TIMER
    }

    static LongEmissions of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Numbers few = Sizes.few(random);
        return new LongEmissions(
                new Numbers(0, few.end() / 6, few.splitSize(), few.pauseMillisMax()),
                random.nextInt(1 << random.nextInt(14)),
                Way.values()[random.nextInt(3)]);
    }

    @Override
    @SuppressWarnings("unchecked") // of generic varargs
    public void write(StreamExecutionEnvironment environment) {
        int count = results;
        DataStream<Long> numbers = environment.fromSource(source, WatermarkStrategy.noWatermarks(), "numbers");
        DataStream<Long> many = switch (way) {
            case FLAT_MAP ->
                numbers.flatMap((FlatMapFunction<Long, Long>) (number, out) -> {
                    for (long i = 0; i < count; i++) {
                        out.collect(number * count + i);
                    }
                });
            case SIDE_OUTPUT -> {
                SingleOutputStreamOperator<Long> even = numbers.process(new Split(count));
                yield even.union(even.getSideOutput(ODD));
            }
            case TIMER ->
                numbers.keyBy((KeySelector<Long, Long>) number -> number).process(new Later(count));
        };
        many.keyBy((KeySelector<Long, Long>) number -> number % 64)
                .map(number -> number + 1)
                .sinkTo(new SimulatedSink<>("all"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Long> expected = new ArrayList<>();
        for (long number = 0; number < source.end() * results; number++) {
            expected.add(number + 1);
        }
        Results.requireSame(outcome.committed("all"), expected);
    }

    private static final class Split extends ProcessFunction<Long, Long> {
        private static final long serialVersionUID = 1;
        private final int count;

        Split(int count) {
            this.count = count;
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) {
            for (long i = number * count; i < (number + 1) * count; i++) {
                if (i % 2 == 0) {
                    out.collect(i);
                } else {
                    context.output(ODD, i);
                }
            }
        }
    }

    private static final class Later extends KeyedProcessFunction<Long, Long, Long> {
        private static final long serialVersionUID = 1;
        private final int count;

        Later(int count) {
            this.count = count;
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) {
            context.timerService().registerEventTimeTimer(number + 10);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Long> out) {
            for (long i = 0; i < count; i++) {
                out.collect(context.getCurrentKey() * count + i);
            }
        }
    }
}
