package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream is split by side outputs, goes several ways with every exchange there is, and comes together again. Numbers that
 * are multiples of five go all ways.
 */
record Diamond(Numbers source, int exchange) implements Shape.Sized {
    private static final OutputTag<Long> ODD = new OutputTag<>("odd") {};
    private static final OutputTag<String> FIFTH = new OutputTag<>("fifth") {};

    static Diamond of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Diamond(Sizes.numbers(random), random.nextInt(7));
    }

    @Override
    @SuppressWarnings("unchecked") // of generic varargs
    public void write(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<Long> even = environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .process(new Split());
        DataStream<String> evens = spread(even).map(number -> "even " + number);
        DataStream<String> odds = even.getSideOutput(ODD).rebalance().map(number -> "odd " + number);
        evens.union(odds, even.getSideOutput(FIFTH)).rebalance().sinkTo(new SimulatedSink<>("all"));
    }

    private DataStream<Long> spread(DataStream<Long> stream) {
        return switch (exchange) {
            case 0 -> stream.shuffle();
            case 1 -> stream.rebalance();
            case 2 -> stream.rescale();
            case 3 -> stream.global();
            case 4 -> stream.forward();
            case 5 -> stream.partitionCustom((Long key, int count) -> (int) (key % count), number -> number / 7);
            default -> stream;
        };
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add((number % 2 == 0 ? "even " : "odd ") + number);
            if (number % 5 == 0) {
                expected.add("fifth " + number);
            }
        }
        Results.requireSame(outcome.committed("all"), expected);
    }

    private static final class Split extends ProcessFunction<Long, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) {
            if (number % 2 == 0) {
                out.collect(number);
            } else {
                context.output(ODD, number);
            }
            if (number % 5 == 0) {
                context.output(FIFTH, "fifth " + number);
            }
        }
    }
}
