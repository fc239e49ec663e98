package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.IterativeStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A loop in a loop: in each round of the outer one a number goes round the inner one some times. */
record NestedLoops(Numbers source, long outerMax, long innerMax, boolean keyedBack) implements Shape.Sized {

    static NestedLoops of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new NestedLoops(Sizes.numbers(random, 7), random.nextInt(5), random.nextInt(6), random.nextInt(2) == 0);
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long inners = innerMax;
        IterativeStream<Lap> outer = environment
                .fromSource(source, WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(20)), "numbers")
                .process(new Lap.Start(outerMax, innerMax))
                .iterate();
        IterativeStream<Lap> inner = outer.map(lap -> lap).disableChaining().iterate();
        DataStream<Lap> passed = inner.keyBy(Lap::number).process(new Lap.Count());
        DataStream<Lap> again = passed.filter(lap -> lap.inner() >= 0);
        inner.closeWith(keyedBack ? again.keyBy(Lap::number) : again);
        DataStream<Lap> left = passed.filter(lap -> lap.inner() < 0)
                .map(lap -> lap.nextOuter(Lap.Start.rounds(lap.number() + lap.outer(), inners)));
        outer.closeWith(left.filter(lap -> lap.outer() >= 0).rebalance());
        left.filter(lap -> lap.outer() < 0).process(new Lap.Finish()).sinkTo(new SimulatedSink<>("done"));
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            long laps = Lap.Start.rounds(number, innerMax) + 1;
            for (long round = Lap.Start.rounds(number, outerMax); round > 0; round--) {
                laps += Lap.Start.rounds(number + round, innerMax) + 1;
            }
            expected.add(number + ":" + laps);
        }
        Results.requireSame(outcome.committed("done"), expected);
    }
}
