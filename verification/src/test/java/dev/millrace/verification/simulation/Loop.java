package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.IterativeStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Numbers go round until they have counted down, by a body and back edges of every kind. Each has gone round as often as it
 * had to, and event time comes out of the loop behind all of them.
 */
record Loop(Numbers source, long roundsMax, int pauseNanosMax, int body, int back, boolean eventTime)
        implements Shape.Sized {

    static Loop of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Loop(
                Sizes.numbers(random, 8),
                random.nextInt(1 << random.nextInt(1, 6)),
                random.nextInt(3) == 0 ? 0 : 1 << random.nextInt(15, 25),
                random.nextInt(4),
                random.nextInt(6),
                random.nextInt(2) == 0);
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        WatermarkStrategy<Long> time = eventTime
                ? WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(2))
                : WatermarkStrategy.noWatermarks();
        environment.getConfig().setAutoWatermarkInterval(5);
        IterativeStream<Lap> loop = environment
                .fromSource(source, time, "numbers")
                .process(new Lap.Start(0, roundsMax))
                .iterate();
        DataStream<Lap> passed = pass(environment, loop.map(new Lap.Walk(pauseNanosMax)));
        DataStream<Lap> again = passed.filter(lap -> lap.inner() >= 0);
        close(loop, again);
        passed.filter(lap -> lap.inner() < 0)
                .rebalance()
                .process(new Lap.Finish())
                .sinkTo(new SimulatedSink<>("done"));
    }

    private DataStream<Lap> pass(StreamExecutionEnvironment environment, DataStream<Lap> loop) {
        KeySelector<Lap, Long> number = Lap::number;
        int wider = environment.getParallelism() % 4 + 1;
        return switch (body) {
            case 0 -> loop.map(lap -> lap.nextInner(lap.laps() + 1));
            case 1 -> loop.keyBy(number).process(new Lap.Count());
            case 2 -> loop.keyBy(number).process(new Lap.Count()).setParallelism(wider);
            default ->
                loop.rebalance()
                        .map(lap -> lap)
                        .setParallelism(wider)
                        .keyBy(number)
                        .process(new Lap.Count());
        };
    }

    private void close(IterativeStream<Lap> loop, DataStream<Lap> again) {
        switch (back) {
            case 0 -> loop.closeWith(again);
            case 1 -> loop.closeWith(again.keyBy(Lap::number));
            case 2 -> loop.closeWith(again.rebalance());
            case 3 -> loop.closeWith(again.map(lap -> lap).disableChaining());
            case 4 -> loop.closeWith(again.rescale());
            default -> {
                loop.closeWith(again.filter(lap -> lap.number() % 3 == 0));
                loop.closeWith(again.filter(lap -> lap.number() % 3 != 0).shuffle());
            }
        }
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(number + ":" + (Lap.Start.rounds(number, roundsMax) + 1));
        }
        Results.requireSame(outcome.committed("done"), expected);
    }
}
