package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.job.JobExecutionException;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.ProcessFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransformationsRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(3);

    @Test
    void mapFlatMapAndFilterGiveWhatPlainCodeGives() throws Exception {
        List<String> results = Runs.results(environment
                .fromSequence(1, 5_000)
                .map(number -> number * 3)
                .filter(number -> number % 2 == 0)
                .flatMap((Long number, Collector<String> out) -> {
                    out.collect("a" + number);
                    out.collect("b" + number);
                }));
        List<String> expected = LongStream.rangeClosed(1, 5_000)
                .map(number -> number * 3)
                .filter(number -> number % 2 == 0)
                .boxed()
                .flatMap(number -> Stream.of("a" + number, "b" + number))
                .toList();
        Runs.assertSameRecords(results, expected);
    }

    @Test
    void oneInstanceKeepsTheOrder() throws Exception {
        List<Integer> numbers = IntStream.range(0, 3_000).boxed().toList();
        assertThat(Runs.results(environment.fromData(numbers).map(x -> x + 1).setParallelism(1)))
                .containsExactlyElementsOf(numbers.stream().map(x -> x + 1).toList());
    }

    @Test
    void aUnionHoldsTheRecordsOfAllItsStreams() throws Exception {
        DataStreamSource<Integer> one = environment.fromData(1, 2, 3);
        DataStreamSource<Integer> two = environment.fromData(3, 4);
        assertThat(Runs.results(one.union(two, one).map(x -> x))).containsExactlyInAnyOrder(1, 2, 3, 1, 2, 3, 3, 4);
    }

    @Test
    void sideOutputsHoldWhatWasSentThere() throws Exception {
        OutputTag<String> odd = new OutputTag<>("odd");
        SingleOutputStreamOperator<Long> even = environment.fromSequence(1, 100).process(new ProcessFunction<>() {
            @Override
            public void processElement(Long value, Context ctx, Collector<Long> out) {
                if (value % 2 == 0) {
                    out.collect(value);
                } else {
                    ctx.output(odd, "odd " + value);
                }
            }
        });
        CloseableIterator<Long> main = even.collectAsync();
        List<String> side = Runs.results(even.getSideOutput(odd));
        List<Long> evens = new ArrayList<>();
        main.forEachRemaining(evens::add);
        assertThat(side).hasSize(50).contains("odd 1", "odd 99").doesNotContain("odd 2");
        assertThat(evens).hasSize(50).allMatch(value -> value % 2 == 0);
    }

    @Test
    void twoStreamsOfDifferentTypesMeetInOneFunction() throws Exception {
        List<String> results = Runs.results(environment
                .fromSequence(1, 3)
                .connect(environment.fromData("x", "y"))
                .map(new CoMapFunction<Long, String, String>() {
                    @Override
                    public String map1(Long value) {
                        return "number " + value;
                    }

                    @Override
                    public String map2(String value) {
                        return "word " + value;
                    }
                }));
        assertThat(results).containsExactlyInAnyOrder("number 1", "number 2", "number 3", "word x", "word y");
    }

    /** Says which instance saw a record. */
    private static final class Where extends RichMapFunction<Long, Tuple2<Integer, Long>> {

        @Override
        public Tuple2<Integer, Long> map(Long value) {
            return Tuple2.of(getRuntimeContext().getIndexOfThisSubtask(), value);
        }
    }

    private Map<Integer, List<Long>> byInstance(DataStream<Long> stream) throws Exception {
        Map<Integer, List<Long>> seen = new TreeMap<>();
        Runs.results(stream.map(new Where()))
                .forEach(pair ->
                        seen.computeIfAbsent(pair.f0, i -> new ArrayList<>()).add(pair.f1));
        return seen;
    }

    private DataStreamSource<Long> numbers(int count) {
        return environment.fromData(LongStream.range(0, count).boxed().toList());
    }

    @Test
    void rebalanceDealsOutEvenlyAndLosesNothing() throws Exception {
        Map<Integer, List<Long>> seen = byInstance(numbers(3_000).rebalance());
        assertThat(seen.values()).hasSize(3).allMatch(records -> records.size() == 1_000);
        assertThat(seen.values().stream().flatMap(List::stream).distinct()).hasSize(3_000);
    }

    @Test
    void broadcastGivesEveryInstanceEverything() throws Exception {
        Map<Integer, List<Long>> seen = byInstance(numbers(1_000).broadcast());
        assertThat(seen.values()).hasSize(3).allMatch(records -> records.size() == 1_000);
    }

    @Test
    void globalGivesTheFirstInstanceEverything() throws Exception {
        assertThat(byInstance(numbers(1_000).global())).containsOnlyKeys(0);
    }

    @Test
    void shuffleAndRescaleLoseNothing() throws Exception {
        assertThat(byInstance(numbers(3_000).shuffle()).values().stream().flatMap(List::stream))
                .hasSize(3_000)
                .doesNotHaveDuplicates();
        assertThat(byInstance(environment
                                .fromSequence(1, 3_000)
                                .setParallelism(1)
                                .rescale())
                        .values()
                        .stream()
                        .flatMap(List::stream))
                .hasSize(3_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void aPartitionerOfTheProgramDecidesTheInstance() throws Exception {
        Map<Integer, List<Long>> seen =
                byInstance(numbers(300).partitionCustom((key, count) -> (int) (key % count), value -> value));
        seen.forEach((instance, records) -> assertThat(records).allMatch(value -> value % 3 == instance));
    }

    @Test
    void accumulatorsOfAllInstancesAreInTheResult() throws Exception {
        environment
                .fromSequence(1, 1_000)
                .map(new RichMapFunction<Long, Long>() {
                    @Override
                    public Long map(Long value) {
                        getRuntimeContext().getLongCounter("sum").add(value);
                        return value;
                    }
                })
                .sinkTo(new DiscardingSink<>());
        JobExecutionResult result = environment.execute("sums");
        assertThat(result.<Long>getAccumulatorResult("sum")).isEqualTo(500_500L);
    }

    @Test
    void aLimitEndsAJobWithoutEnd() throws Exception {
        List<Long> first = environment.fromSequence(1, Long.MAX_VALUE).executeAndCollect(10);
        assertThat(first).hasSize(10);
    }

    @Test
    void aFailureNamesOperatorAndRecord() {
        DataStream<Integer> stream = environment
                .fromData("1", "two", "3")
                .map(Integer::parseInt)
                .setParallelism(1)
                .name("parse");
        stream.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("parsing"))
                .isInstanceOf(JobExecutionException.class)
                .hasMessageContaining("parsing")
                .hasMessageContaining("'parse'")
                .hasMessageContaining("two")
                .hasMessageContaining("NumberFormatException");
    }

    /** Emits one tuple again and again, changed. */
    private static final class OneTuple implements FlatMapFunction<Long, Tuple2<Long, Long>> {

        private final Tuple2<Long, Long> tuple = new Tuple2<>();

        @Override
        public void flatMap(Long value, Collector<Tuple2<Long, Long>> out) {
            for (long times = 1; times <= 3; times++) {
                tuple.f0 = value;
                tuple.f1 = value * times;
                out.collect(tuple);
            }
        }
    }

    @Test
    void aFunctionThatEmitsTheSameTupleChangedGivesWhatFreshTuplesWouldGive() throws Exception {
        List<Tuple2<Long, Long>> results = Runs.results(
                environment.fromSequence(1, 500).flatMap(new OneTuple()).map(pair -> pair));
        List<Tuple2<Long, Long>> expected = LongStream.rangeClosed(1, 500)
                .boxed()
                .flatMap(value -> Stream.of(1, 2, 3).map(times -> Tuple2.of(value, value * times)))
                .toList();
        Runs.assertSameRecords(results, expected);
    }
}
