package dev.millrace.verification.simulation;

import dev.millrace.connectors.basic.hybrid.HybridSource;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Three sources one after the other, the second made at the switch. Each number of each is committed once. */
record Seam(Numbers first, Numbers second, Numbers third, long keys) implements Shape.Sized {
    static Seam of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Numbers first = Sizes.numbers(random, 10);
        Numbers second = behind(first, Sizes.numbers(random, 10));
        return new Seam(first, second, behind(second, Sizes.numbers(random, 10)), Sizes.keys(random));
    }

    private static Numbers behind(Numbers before, Numbers numbers) {
        return new Numbers(before.end(), before.end() + numbers.end(), numbers.splitSize(), numbers.pauseMillisMax());
    }

    /** Makes the second source when the first one's enumerator has dealt out all that it had. */
    private record AtSwitch(Numbers next) implements HybridSource.SourceFactory<Long, Numbers, SplitEnumerator<?, ?>> {
        private static final long serialVersionUID = 1;

        @Override
        public Numbers create(HybridSource.SourceSwitchContext<SplitEnumerator<?, ?>> context) {
            try {
                String left = (String) context.getPreviousEnumerator().snapshotState(0);
                if (!left.isEmpty()) {
                    throw new AssertionError("there was a switch while splits were left: " + left);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return next;
        }
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        long modulus = keys;
        HybridSource<Long> source = HybridSource.<Long, SplitEnumerator<?, ?>>builder(first)
                .<SplitEnumerator<?, ?>, Numbers>addSource(new AtSwitch(second), Boundedness.BOUNDED)
                .addSource(third)
                .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .keyBy((KeySelector<Long, Long>) number -> number % modulus)
                .map(number -> number)
                .sinkTo(new SimulatedSink<>("numbers"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> expected = new ArrayList<>();
        for (long number = first.first(); number < third.end(); number++) {
            expected.add(number);
        }
        Results.requireSame(outcome.committed("numbers"), expected);
    }
}
