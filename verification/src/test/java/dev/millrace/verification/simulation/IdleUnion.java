package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A busy and a slow stream become one, which does not wait for the slow one while that is idle. However late a number is
 * then, it comes through and its timer fires once, and event time never goes back.
 */
record IdleUnion(Numbers busy, Numbers slow, long keys, long idleMillis, long delay) implements Shape.Sized {
    static IdleUnion of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Numbers few = Sizes.few(random);
        return new IdleUnion(
                Sizes.numbers(random),
                new Numbers(0, few.end(), few.splitSize(), 1 + random.nextInt(2_000)),
                Sizes.keys(random),
                1 + random.nextInt(1 << random.nextInt(1, 10)),
                random.nextInt(1 << random.nextInt(1, 12)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        stream(environment, busy, 0)
                .union(stream(environment, slow, 1))
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .process(new Fire(delay))
                .sinkTo(new SimulatedSink<>("fired"));
    }

    /** The even or the odd numbers. */
    private DataStream<Long> stream(StreamExecutionEnvironment environment, Numbers numbers, long rest) {
        WatermarkStrategy<Long> strategy = WatermarkStrategy.<Long>forBoundedOutOfOrderness(Duration.ofMillis(5))
                .withTimestampAssigner((number, given) -> 2 * number + rest)
                .withIdleness(Duration.ofMillis(idleMillis));
        return environment
                .fromSource(numbers, strategy, rest == 0 ? "busy" : "slow")
                .map(number -> 2 * number + rest);
    }

    @Override
    public void check(Outcome outcome) {
        List<String> expected = new ArrayList<>();
        for (Numbers numbers : List.of(busy, slow)) {
            for (long number = numbers.first(); number < numbers.end(); number++) {
                long value = 2 * number + (numbers == busy ? 0 : 1);
                expected.add("came " + value);
                expected.add("fired " + value % keys + "@" + (value + delay));
            }
        }
        Results.requireSame(outcome.committed("fired"), expected);
    }

    private static final class Fire extends KeyedProcessFunction<Long, Long, String> {
        private static final long serialVersionUID = 1;
        private final long delay;
        private transient long watermark;

        Fire(long delay) {
            this.delay = delay;
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out) {
            long now = context.timerService().currentWatermark();
            if (watermark != 0 && now < watermark) {
                BrokenLaw broken = new BrokenLaw("event time went back from " + watermark + " to " + now);
                World.current().fail(broken);
                throw broken;
            }
            watermark = now;
            context.timerService().registerEventTimeTimer(number + delay);
            out.collect("came " + number);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
            out.collect("fired " + context.getCurrentKey() + "@" + timestamp);
        }
    }
}
