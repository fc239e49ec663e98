package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeHint;
import dev.millrace.stream.function.CoFlatMapFunction;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.TumblingEventTimeWindows;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program may not do: each is an error that names the operator and the record, or is refused when it is written. */
class BadInputRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void noRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    private DataStream<Long> numbers() {
        return environment.fromSequence(1, 9);
    }

    private static Long nullFor7(Long number) {
        return number == 7 ? null : number;
    }

    private DataStream<Long> holes() {
        return numbers().map(BadInputRunTest::nullFor7).name("holes");
    }

    private void assertFails(DataStream<?> stream, String... words) {
        stream.sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("bad")).message().contains(words);
    }

    @Test
    void aKeyThatIsNull() {
        DataStream<Long> plain = numbers().map(number -> number).name("plain");
        assertFails(
                plain.keyBy(BadInputRunTest::nullFor7).reduce(Long::sum),
                "A key is null",
                "operator 'key selector after 'plain''",
                "record 7");
    }

    @Test
    void aKeyThatIsNullOnTheSecondInput() {
        DataStream<Long> either = numbers()
                .connect(numbers())
                .keyBy(number -> number, BadInputRunTest::nullFor7)
                .flatMap(new Nothing());
        assertFails(either, "A key is null", "key selector after 'Sequence Source'", "record 7");
    }

    private static final class Nothing implements CoFlatMapFunction<Long, Long, Long> {

        @Override
        public void flatMap1(Long value, Collector<Long> out) {}

        @Override
        public void flatMap2(Long value, Collector<Long> out) {}
    }

    @Test
    void nullsPassWithinATaskAndMayBeDroppedThere() throws Exception {
        assertThat(Runs.results(holes().filter(Objects::nonNull))).hasSize(8);
    }

    @Test
    void aNullRecordAtAKeyedEdge() {
        assertFails(
                holes().keyBy(number -> 1).reduce(Long::sum),
                "record that goes to other tasks is null",
                "operator 'holes'",
                "record 7");
    }

    @Test
    void aNullRecordAtAnyOtherEdge() {
        assertFails(holes().rebalance().map(n -> n), "goes to other tasks is null", "operator 'holes'", "record 7");
    }

    @Test
    void aNullRecordForAPartitioner() {
        DataStream<Long> stream = holes().partitionCustom((Long key, int instances) -> 0, number -> number);
        assertFails(stream.map(n -> n), "goes to other tasks is null", "operator 'holes'", "record 7");
    }

    @Test
    void aNullRecordThatIsBroughtBack() {
        assertThatThrownBy(() -> Runs.results(holes())).rootCause().message().contains("goes to other tasks is null");
    }

    @Test
    void aFunctionThatDoesNotExpectNull() {
        assertFails(holes().map(number -> number + 1).name("adds"), "operator 'adds'", "record null");
    }

    @Test
    void anElementOfACollectionThatIsNull() {
        assertThatThrownBy(() -> environment.fromData(1, null)).hasMessageContaining("holds null");
    }

    @Test
    void aReduceFunctionThatReturnsNull() {
        DataStream<Long> reduced = numbers().keyBy(number -> 1).reduce((a, b) -> null);
        assertFails(reduced, "the reduce function returned null for", "operator 'Keyed Reduce'", "record ");
    }

    @Test
    void aPartitionerThatNamesAnInstanceThatIsNotThere() {
        DataStream<Long> stream = numbers().partitionCustom((Long key, int instances) -> 5, number -> number);
        assertFails(
                stream.map(number -> number),
                "answered 5 for 2 instances",
                "partitioner after 'Sequence Source'",
                "record ");
    }

    @Test
    void anEventTimeWindowOfRecordsWithoutTimestamps() {
        DataStream<Long> sums = numbers()
                .keyBy(number -> 1)
                .window(TumblingEventTimeWindows.of(Duration.ofSeconds(1)))
                .reduce(Long::sum);
        assertFails(sums, "has no timestamp", "assignTimestampsAndWatermarks", "operator 'Window(", "record ");
    }

    @Test
    void anIntervalJoinOfRecordsWithoutTimestamps() {
        KeyedStream<Long, Integer> keyed = numbers().keyBy(number -> 1);
        DataStream<Long> joined =
                keyed.intervalJoin(keyed).between(Duration.ZERO, Duration.ZERO).process(new NoPairs());
        assertFails(joined, "needs timestamps", "operator 'Interval Join'", "record ");
    }

    private static final class NoPairs extends ProcessJoinFunction<Long, Long, Long> {

        @Override
        public void processElement(Long left, Long right, Context ctx, Collector<Long> out) {}
    }

    @Test
    void timestampsBeforeTheEpochAreTimestamps() throws Exception {
        DataStream<Long> sums = numbers()
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Long>forMonotonousTimestamps()
                        .withTimestampAssigner((number, before) -> -number))
                .keyBy(number -> 1)
                .window(TumblingEventTimeWindows.of(Duration.ofMillis(100)))
                .reduce(Long::sum);
        assertThat(Runs.results(sums)).containsExactly(45L);
    }

    /** Misuses its state in one of several ways. */
    private static final class Misuse extends KeyedProcessFunction<Long, Long, Long> {

        private enum Kind {
            TWO_TYPES,
            TWO_KINDS,
            READ_IN_OPEN,
            WRITE_IN_OPEN,
            WRONG_VALUE
        }

        private final Kind kind;
        private transient ValueState<Object> state;

        Misuse(Kind kind) {
            this.kind = kind;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // a wrong value is what this is about
        public void open(OpenContext openContext) throws Exception {
            state = (ValueState) getRuntimeContext().getState(new ValueStateDescriptor<>("x", Long.class));
            switch (kind) {
                case TWO_TYPES -> getRuntimeContext().getState(new ValueStateDescriptor<>("x", String.class));
                case TWO_KINDS -> getRuntimeContext().getListState(new ListStateDescriptor<>("x", Long.class));
                case READ_IN_OPEN -> state.value();
                case WRITE_IN_OPEN -> state.update(1L);
                case WRONG_VALUE -> {}
            }
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<Long> out) throws Exception {
            state.update("text");
        }
    }

    private void assertFails(Misuse.Kind kind, String... words) {
        assertFails(numbers().keyBy(number -> number).process(new Misuse(kind)).name("misuse"), words);
    }

    @Test
    void oneNameForStatesOfTwoTypes() {
        assertFails(Misuse.Kind.TWO_TYPES, "State 'x' of operator 'misuse' is VALUE of Long", "as VALUE of String");
    }

    @Test
    void oneNameForStatesOfTwoKinds() {
        assertFails(Misuse.Kind.TWO_KINDS, "State 'x' of operator 'misuse' is VALUE", "as LIST");
    }

    @Test
    void aStateThatIsReadWhereThereIsNoKey() {
        assertFails(Misuse.Kind.READ_IN_OPEN, "'misuse' uses keyed state while no key is selected");
    }

    @Test
    void aStateThatIsWrittenWhereThereIsNoKey() {
        assertFails(Misuse.Kind.WRITE_IN_OPEN, "'misuse' uses keyed state while no key is selected");
    }

    @Test
    void aValueThatIsNotOfTheTypeOfItsState() {
        assertFails(
                Misuse.Kind.WRONG_VALUE,
                "State 'x' is declared as java.lang.Long",
                "is a java.lang.String",
                "operator 'misuse'",
                "record ");
    }

    private static final class Keyless extends RichMapFunction<Long, Long> {

        @Override
        public void open(OpenContext openContext) {
            getRuntimeContext().getState(new ValueStateDescriptor<>("x", Long.class));
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    @Test
    void keyedStateOnAStreamWithoutKeys() {
        assertFails(
                numbers().map(new Keyless()).name("keyless"), "'keyless' has no keyed state", "use keyBy before it");
    }

    /** Has the equals and hashCode of every object. */
    private static final class Plain {

        final long number;

        Plain(long number) {
            this.number = number;
        }
    }

    @Test
    void aKeyWhoseClassHasNoHashByContent() {
        assertThatThrownBy(() -> numbers().keyBy(number -> new Plain(number)))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("Plain cannot be a key: it has no equals and hashCode by content");
    }

    @Test
    void aKeyThatShowsOnlyInTheDataThatItHasNoHashByContent() {
        DataStream<Tuple2<Object, Long>> pairs = numbers()
                .map(number -> Tuple2.of((Object) new Plain(number), number))
                .returns(new TypeHint<>() {});
        assertFails(
                pairs.keyBy(pair -> pair.f0).reduce((a, b) -> a),
                "Plain cannot be a key",
                "key selector after 'Map'",
                "record (");
    }

    @Test
    void aKeyThatIsAnObjectAndNothingElse() {
        DataStream<Object> objects = numbers().map(number -> (Object) new Object());
        assertFails(objects.keyBy(each -> each).reduce((a, b) -> a), "java.lang.Object itself holds nothing");
    }

    private enum Color {
        RED,
        GREEN
    }

    @Test
    void arraysAndEnumsAreKeysByTheirContentAndName() throws Exception {
        DataStream<Long> byArray =
                numbers().keyBy(number -> new long[] {number % 2}).reduce((a, b) -> a + b);
        assertThat(Runs.results(byArray)).contains(25L, 20L);
        DataStream<Long> byEnum = numbers()
                .keyBy(number -> number % 2 == 0 ? Color.RED : Color.GREEN)
                .reduce((a, b) -> a + b);
        assertThat(Runs.results(byEnum)).contains(25L, 20L);
    }
}
