package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.file.sink.BasePathBucketAssigner;
import dev.millrace.connectors.basic.file.sink.SimpleStringEncoder;
import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.TwoPhaseCommittingSink;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.function.Partitioner;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.StreamingFileSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corners of the known API that programs rely on without saying so. */
class KnownCornersRunTest {

    @AfterEach
    void forgetTheContext() {
        StreamExecutionEnvironment.resetContextEnvironment();
    }

    @Test
    void timestampsAreGivenInAsManyInstancesAsTheRecordsComeFrom() {
        StreamExecutionEnvironment environment = Runs.environment(3);
        DataStream<Integer> numbers = environment.fromData(1, 2, 3);
        assertThat(numbers.assignTimestampsAndWatermarks(WatermarkStrategy.forMonotonousTimestamps())
                        .getParallelism())
                .isEqualTo(1);
        assertThat(environment
                        .fromSequence(1, 3)
                        .assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks())
                        .getParallelism())
                .isEqualTo(3);
    }

    @Test
    void forwardBetweenDifferentNumbersOfInstancesIsNotSupported() {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.fromData(1, 2).forward().map(number -> number).print();
        assertThatThrownBy(environment::execute)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("use rescale() or rebalance()");
    }

    /** Deals out in turn by a count of its own. */
    private static final class Dealer implements Partitioner<Integer> {
        private static final long serialVersionUID = 1;
        private int dealt;

        @Override
        public int partition(Integer key, int numPartitions) {
            return dealt++ % numPartitions;
        }
    }

    /** A number with the instance that it came to. */
    private static final class WithInstance extends RichMapFunction<Integer, Tuple2<Integer, Integer>> {
        private static final long serialVersionUID = 1;

        @Override
        public Tuple2<Integer, Integer> map(Integer number) {
            return Tuple2.of(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), number);
        }
    }

    @Test
    void readersOfAPartitionedStreamHaveAPartitionerEach() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        DataStream<Integer> dealt = environment.fromData(1, 2, 3, 4).partitionCustom(new Dealer(), number -> number);
        DataStream<Tuple2<Integer, Integer>> first = dealt.map(new WithInstance());
        DataStream<Tuple2<Integer, Integer>> second = dealt.map(new WithInstance());
        List<Tuple2<Integer, Integer>> once =
                List.of(Tuple2.of(0, 1), Tuple2.of(1, 2), Tuple2.of(0, 3), Tuple2.of(1, 4));
        List<Tuple2<Integer, Integer>> results = Runs.results(first.union(second));
        assertThat(results).hasSize(8).containsAll(once);
    }

    @Test
    void aSideOutputHasOneType() {
        SingleOutputStreamOperator<Integer> numbers =
                Runs.environment(1).fromData(1).map(number -> number);
        numbers.getSideOutput(new OutputTag<String>("late") {});
        numbers.getSideOutput(new OutputTag<String>("late") {});
        assertThatThrownBy(() -> numbers.getSideOutput(new OutputTag<Integer>("late") {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'late'");
    }

    @Test
    void joinsByIntervalsOfTheClockAreNotSupported() {
        KeyedStream<Integer, Integer> numbers = Runs.environment(1).fromData(1).keyBy(number -> number);
        assertThatThrownBy(() -> numbers.intervalJoin(numbers).inProcessingTime())
                .isInstanceOf(UnsupportedTimeCharacteristicException.class);
    }

    /** A value that holds an object which is nothing more, as locks and markers are. */
    private static final class Marked {
        private final Object marker = new Object();
        private final int number;

        Marked(int number) {
            this.number = number;
        }
    }

    @Test
    void anObjectThatIsNothingMoreTravelsInAValue() throws Exception {
        DataStream<Integer> numbers = Runs.environment(2)
                .fromData(1, 2, 3)
                .map(Marked::new)
                .rebalance()
                .map(marked -> marked.marker == null ? -1 : marked.number);
        assertThat(Runs.results(numbers)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void anEnvironmentMadeByItselfHasOneInstanceOfEach() {
        assertThat(new LocalStreamEnvironment().getParallelism()).isEqualTo(1);
        assertThat(StreamExecutionEnvironment.createLocalEnvironment().getParallelism())
                .isEqualTo(StreamExecutionEnvironment.getDefaultLocalParallelism());
    }

    @Test
    void aFactoryDecidesAboutTheEnvironmentsThatAProgramAsksFor() {
        StreamExecutionEnvironment.initializeContextEnvironment(settings -> Runs.environment(7));
        assertThat(StreamExecutionEnvironment.getExecutionEnvironment().getParallelism())
                .isEqualTo(7);
        assertThat(StreamExecutionEnvironment.getExecutionEnvironment(new Configuration())
                        .getParallelism())
                .isEqualTo(7);
        StreamExecutionEnvironment.resetContextEnvironment();
        assertThat(StreamExecutionEnvironment.getExecutionEnvironment().getBufferTimeout())
                .isEqualTo(Duration.ofMillis(100).toMillis());
    }

    @Test
    void aSplitStreamIsSelectedByNames() throws Exception {
        SplitStream<Integer> split = Runs.environment(2)
                .fromData(1, 2, 3, 4, 5, 6)
                .split(number -> List.of(number % 2 == 0 ? "even" : "odd", number > 4 ? "large" : "small"));
        assertThat(Runs.results(split.select("even"))).containsExactlyInAnyOrder(2, 4, 6);
        assertThat(Runs.results(Runs.environment(2)
                        .fromData(1, 2, 3, 4, 5, 6)
                        .split(number -> List.of(number % 2 == 0 ? "even" : "odd", number > 4 ? "large" : "small"))
                        .select("odd", "large")))
                .containsExactlyInAnyOrder(1, 3, 5, 6);
    }

    @Test
    void withIngestionTimeRecordsGetTheTimeOfDay() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.setStreamTimeCharacteristic(TimeCharacteristic.IngestionTime);
        DataStream<Integer> sums =
                environment.fromElements(1, 2, 3).timeWindowAll(Time.days(1)).reduce(Integer::sum);
        assertThat(Runs.results(sums).stream().mapToInt(Integer::intValue).sum())
                .as("in one window, or two at midnight")
                .isEqualTo(6);
    }

    /** Keeps what it is given until it is asked for what is to be committed. */
    private static final class Held implements TwoPhaseCommittingSink.PrecommittingSinkWriter<Integer, String> {
        private final List<String> held = new ArrayList<>();

        @Override
        public void write(Integer value, Context context) {
            held.add(value.toString());
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<String> prepareCommit() {
            List<String> all = List.copyOf(held);
            held.clear();
            return all;
        }

        @Override
        public void close() {}
    }

    /** Makes a file for each value that is committed. */
    private record FilePerValue(String directory) implements TwoPhaseCommittingSink<Integer, String> {

        @Override
        public PrecommittingSinkWriter<Integer, String> createWriter(WriterInitContext context) {
            assertThat(context.getSubtaskId()).isLessThan(context.getNumberOfParallelSubtasks());
            return new Held();
        }

        @Override
        public Committer<String> createCommitter() {
            return new Committer<>() {
                @Override
                public void commit(Collection<CommitRequest<String>> requests) throws IOException {
                    for (CommitRequest<String> request : requests) {
                        Files.writeString(Path.of(directory, request.getCommittable()), "");
                    }
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public SimpleVersionedSerializer<String> getCommittableSerializer() {
            return new SimpleVersionedSerializer<>() {
                @Override
                public int getVersion() {
                    return 1;
                }

                @Override
                public byte[] serialize(String text) {
                    return text.getBytes(StandardCharsets.UTF_8);
                }

                @Override
                public String deserialize(int version, byte[] bytes) {
                    return new String(bytes, StandardCharsets.UTF_8);
                }
            };
        }
    }

    @Test
    void theOlderFormOfSinksThatCommitInTwoPhases(@TempDir Path directory) throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.fromData(1, 2, 3).sinkTo(new FilePerValue(directory.toString()));
        environment.execute();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("1", "2", "3");
        }
    }

    @Test
    void theOlderSinkOfFilesWritesThem(@TempDir Path directory) throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment
                .fromData("to", "be")
                .addSink(StreamingFileSink.forRowFormat(
                                new dev.millrace.core.file.Path(directory.toString()),
                                new SimpleStringEncoder<String>())
                        .withBucketAssigner(new BasePathBucketAssigner<>())
                        .build());
        environment.execute();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(KnownCornersRunTest::text)).containsExactly("to\nbe\n");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
