package dev.millrace.verification.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichFlatMapFunction;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Programs that change what they were given or have emitted mean what they would mean with fresh objects. */
final class MutatingProgramsTest {

    private static final int KEYS = 17;
    private static final int RECORDS = 20_000;

    @TempDir
    Path checkpoints;

    @Test
    void aReduceThatChangesItsArgumentGivesTheSumsOfFreshObjects() throws Exception {
        DataStream<Numbered> sums = numbers(calmJob(), 0)
                .keyBy(number -> number.key)
                .reduce((left, right) -> {
                    left.sum += right.sum;
                    left.last[0] = right.last[0];
                    return left;
                });

        assertThat(perKey(sums)).isEqualTo(runningSums());
    }

    @Test
    void aReduceThatChangesItsArgumentSurvivesAFailure() throws Exception {
        DataStream<Numbered> sums = numbers(failingJob(), 20_000)
                .map(new FailsOnce<>())
                .setParallelism(1)
                .keyBy(number -> number.key)
                .reduce((left, right) -> {
                    left.sum += right.sum;
                    left.last[0] = right.last[0];
                    return left;
                });

        assertThat(perKey(sums)).isEqualTo(runningSums());
    }

    @AfterEach
    void thePlannedFailureHasComeWhereItWasPlanned(TestInfo test) {
        int planned = test.getDisplayName().contains("Failure") ? 1 : 0;
        assertThat(FailsOnce.FAILURES).hasValue(planned);
    }

    @Test
    void aFunctionThatEmitsOneTupleAgainAndAgainIsUnderstood() throws Exception {
        DataStream<Tuple2<Integer, Long>> pairs = numbers(calmJob(), 0).flatMap(new EmitsOneTuple());
        DataStream<List<Tuple2<Integer, Long>>> kept =
                pairs.keyBy(pair -> pair.f0).process(new KeepsFifty());

        List<Tuple2<Integer, Long>> all = new ArrayList<>();
        try (CloseableIterator<List<Tuple2<Integer, Long>>> results = kept.executeAndCollect()) {
            results.forEachRemaining(all::addAll);
        }

        List<Tuple2<Integer, Long>> expected = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            expected.add(Tuple2.of(i % KEYS, (long) i));
            expected.add(Tuple2.of(i % KEYS, (long) -i));
        }
        assertThat(all).isSubsetOf(expected).doesNotHaveDuplicates();
        assertThat(all.size()).isGreaterThan(expected.size() - 50 * KEYS);
    }

    @Test
    void stateObjectsEditedInPlaceCountLikeFreshOnes() throws Exception {
        DataStream<Numbered> sums =
                numbers(calmJob(), 0).keyBy(number -> number.key).process(new EditsInPlace());

        assertThat(perKey(sums)).isEqualTo(runningSums());
    }

    @Test
    void stateObjectsEditedInPlaceAreNotTornByAFailure() throws Exception {
        DataStream<Numbered> sums = numbers(failingJob(), 20_000)
                .map(new FailsOnce<>())
                .setParallelism(1)
                .keyBy(number -> number.key)
                .process(new EditsInPlace());

        assertThat(perKey(sums)).isEqualTo(runningSums());
    }

    /** A tuple of its own that is emitted, changed and emitted again. */
    private static final class EmitsOneTuple extends RichFlatMapFunction<Numbered, Tuple2<Integer, Long>> {
        private transient Tuple2<Integer, Long> only;

        @Override
        public void open(OpenContext context) {
            only = new Tuple2<>();
        }

        @Override
        public void flatMap(Numbered number, Collector<Tuple2<Integer, Long>> out) {
            only.f0 = number.key;
            only.f1 = number.sum;
            out.collect(only);
            only.f1 = -number.sum;
            if (number.sum > 0) {
                out.collect(only);
            }
            only.f1 = Long.MIN_VALUE;
        }
    }

    /** Keeps what it is given as it is, and emits it in fifties. */
    private static final class KeepsFifty
            extends KeyedProcessFunction<Integer, Tuple2<Integer, Long>, List<Tuple2<Integer, Long>>> {
        private transient ListState<Tuple2<Integer, Long>> kept;

        @Override
        public void open(OpenContext context) {
            kept = getRuntimeContext()
                    .getListState(new ListStateDescriptor<>(
                            "kept", TypeInformation.of(new TypeHint<Tuple2<Integer, Long>>() {})));
        }

        @Override
        public void processElement(
                Tuple2<Integer, Long> pair, Context context, Collector<List<Tuple2<Integer, Long>>> out)
                throws Exception {
            kept.add(pair);
            List<Tuple2<Integer, Long>> all = new ArrayList<>();
            kept.get().forEach(all::add);
            if (all.size() == 50) {
                out.collect(all);
                kept.clear();
            }
        }
    }

    /** Edits the object it got from its state, and emits that very object. */
    private static final class EditsInPlace extends KeyedProcessFunction<Integer, Numbered, Numbered> {
        private transient ValueState<Numbered> state;

        @Override
        public void open(OpenContext context) {
            state = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Numbered.class));
        }

        @Override
        public void processElement(Numbered number, Context context, Collector<Numbered> out) throws Exception {
            Numbered sum = state.value();
            if (sum == null) {
                sum = new Numbered(number.key, 0);
            }
            sum.sum += number.sum;
            sum.last[0] = number.last[0];
            state.update(sum);
            out.collect(sum);
        }
    }

    private static StreamExecutionEnvironment calmJob() {
        FailsOnce.FAILURES.set(0);
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(2);
        job.setRestartStrategy(RestartStrategies.noRestart());
        return job;
    }

    private StreamExecutionEnvironment failingJob() {
        FailsOnce.FAILURES.set(0);
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(2);
        job.enableCheckpointing(50);
        job.getCheckpointConfig().setCheckpointStorage(checkpoints.toUri().toString());
        job.setRestartStrategy(RestartStrategies.fixedDelayRestart(3, 0));
        return job;
    }

    private static DataStream<Numbered> numbers(StreamExecutionEnvironment job, int perSecond) {
        DataGeneratorSource<Numbered> source = new DataGeneratorSource<>(
                i -> new Numbered((int) (i % KEYS), i),
                RECORDS,
                perSecond == 0 ? RateLimiterStrategy.noOp() : RateLimiterStrategy.perSecond(perSecond),
                TypeInformation.of(Numbered.class));
        return job.fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .setParallelism(1);
    }

    private static Map<Integer, List<String>> perKey(DataStream<Numbered> sums) throws Exception {
        Map<Integer, List<String>> byKey = new TreeMap<>();
        try (CloseableIterator<Numbered> results = sums.executeAndCollect()) {
            results.forEachRemaining(sum ->
                    byKey.computeIfAbsent(sum.key, key -> new ArrayList<>()).add(sum.toString()));
        }
        return byKey;
    }

    private static Map<Integer, List<String>> runningSums() {
        Map<Integer, List<String>> byKey = new TreeMap<>();
        long[] sums = new long[KEYS];
        for (int i = 0; i < RECORDS; i++) {
            sums[i % KEYS] += i;
            byKey.computeIfAbsent(i % KEYS, key -> new ArrayList<>()).add(i % KEYS + ":" + sums[i % KEYS] + ":" + i);
        }
        return byKey;
    }
}
