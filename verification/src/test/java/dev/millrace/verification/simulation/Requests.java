package dev.millrace.verification.simulation;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.AsyncDataStream;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.async.AsyncRetryStrategies;
import dev.millrace.stream.async.AsyncRetryStrategy;
import dev.millrace.stream.async.RetryPredicates;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.outside.SimulatedSink;
import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Something outside is asked about each number; answers come late, twice, after retries, or never. Each number has its answers
 * or is said to be timed out; none comes behind a watermark that it was before, and in the ordered way none overtakes.
 */
record Requests(
        Numbers source, EventTimes times, boolean ordered, long timeoutMillis, int capacity, long delayMillisMax)
        implements Shape.Sized {
    private static final int RETRIES = 3;

    static Requests of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Requests(
                Sizes.oneSplit(random),
                EventTimes.withoutLate(random),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1 << random.nextInt(10)),
                1 + random.nextInt(1 << random.nextInt(8)),
                random.nextInt(1 << random.nextInt(1, 7)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        DataStream<Tuple2<Long, String>> numbers = environment
                .fromSource(source, times.strategy(), "numbers")
                .setParallelism(1)
                .rebalance()
                .map(new Tag());
        Ask ask = new Ask(timeoutMillis > 0, delayMillisMax);
        AsyncRetryStrategy<Tuple2<Long, String>> again = new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<
                        Tuple2<Long, String>>(RETRIES, 1)
                .ifException(RetryPredicates.HAS_EXCEPTION_PREDICATE)
                .build();
        SingleOutputStreamOperator<Tuple2<Long, String>> answers = ordered
                ? AsyncDataStream.orderedWaitWithRetry(
                        numbers, ask, timeoutMillis, TimeUnit.MILLISECONDS, capacity, again)
                : AsyncDataStream.unorderedWaitWithRetry(
                        numbers, ask, timeoutMillis, TimeUnit.MILLISECONDS, capacity, again);
        answers.process(new Watch(ordered)).sinkTo(new SimulatedSink<>("answers"));
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> answered = new ArrayList<>();
        TreeSet<Long> late = new TreeSet<>();
        for (Object answer : outcome.committed("answers")) {
            String text = answer.toString();
            if (!text.endsWith(Ask.LATE)) {
                answered.add(text);
            } else if (!late.add(Long.valueOf(text.substring(0, text.length() - Ask.LATE.length())))) {
                throw new AssertionError(text + " twice");
            }
        }
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            if (Ask.isNeverAnswered(number) && timeoutMillis > 0 && !late.contains(number)) {
                throw new AssertionError(number + " was never answered and not timed out");
            }
            for (int result = 0; result < Ask.results(number) && !late.contains(number); result++) {
                expected.add(number + "." + result);
            }
        }
        Results.requireSame(answered, expected);
        if (timeoutMillis == 0 && !late.isEmpty()) {
            throw new AssertionError("timed out without a timeout: " + late);
        }
    }

    /** Says of each number which attempt of its task saw it first. */
    private static final class Tag extends RichMapFunction<Long, Tuple2<Long, String>> {
        private static final long serialVersionUID = 1;

        @Override
        public Tuple2<Long, String> map(Long number) {
            TaskInfo task = getRuntimeContext().getTaskInfo();
            return Tuple2.of(number, getRuntimeContext().getJobInfo().getJobId() + "#" + task.getAttemptNumber());
        }
    }

    /** Looks at what passes. What waited when an earlier attempt ended may come in any order. */
    private static final class Watch extends ProcessFunction<Tuple2<Long, String>, String> {
        private static final long serialVersionUID = 1;
        private final boolean ordered;
        private transient String attempt;
        private transient Map<String, Long> last;

        Watch(boolean ordered) {
            this.ordered = ordered;
        }

        @Override
        public void open(OpenContext context) {
            TaskInfo task = getRuntimeContext().getTaskInfo();
            attempt = getRuntimeContext().getJobInfo().getJobId() + "#" + task.getAttemptNumber();
            last = new HashMap<>();
        }

        @Override
        public void processElement(Tuple2<Long, String> answer, Context context, Collector<String> out) {
            String[] parts = answer.f1.split(" ", 2);
            require(
                    context.timestamp() > context.timerService().currentWatermark(),
                    parts[1] + " came behind watermark "
                            + context.timerService().currentWatermark());
            if (ordered && parts[0].equals(attempt)) {
                Long before = last.put(attempt, answer.f0);
                require(before == null || before <= answer.f0, answer.f0 + " came after " + before);
            }
            out.collect(parts[1]);
        }

        private static void require(boolean lawful, String what) {
            if (!lawful) {
                BrokenLaw broken = new BrokenLaw(what);
                World.current().fail(broken);
                throw broken;
            }
        }
    }
}
