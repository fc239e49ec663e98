package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.SerializerConfig;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.stream.function.KeyedProcessFunction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a program says about types is followed: serializers of streams and of states. */
class TypesRunTest {

    private static final Map<Long, Ring> KEPT = new ConcurrentHashMap<>();

    /** Refers to itself, which the engine's own serializers refuse. */
    private static final class Ring {

        private final String name;
        private Ring next = this;

        Ring(String name) {
            this.name = name;
        }
    }

    private static final class RingSerializer extends TypeSerializer<Ring> {

        private final String prefix;

        RingSerializer(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public boolean isImmutableType() {
            return false;
        }

        @Override
        public TypeSerializer<Ring> duplicate() {
            return this;
        }

        @Override
        public Ring createInstance() {
            return null;
        }

        @Override
        public Ring copy(Ring from) {
            return new Ring(prefix + from.next.name);
        }

        @Override
        public int getLength() {
            return -1;
        }

        @Override
        public void serialize(Ring record, DataOutputView target) throws IOException {
            target.writeText(record.name);
        }

        @Override
        public Ring deserialize(DataInputView source) throws IOException {
            return new Ring(source.readText());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RingSerializer that && that.prefix.equals(prefix);
        }

        @Override
        public int hashCode() {
            return prefix.hashCode();
        }
    }

    private static final class RingInfo extends TypeInformation<Ring> {

        private final String prefix;

        RingInfo(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Class<Ring> getTypeClass() {
            return Ring.class;
        }

        @Override
        public boolean isKeyType() {
            return false;
        }

        @Override
        public TypeSerializer<Ring> createSerializer(SerializerConfig config) {
            return new RingSerializer(prefix);
        }

        @Override
        public boolean canEqual(Object other) {
            return other instanceof RingInfo;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RingInfo that && that.prefix.equals(prefix);
        }

        @Override
        public int hashCode() {
            return prefix.hashCode();
        }

        @Override
        public String toString() {
            return "Ring with " + prefix;
        }
    }

    /** Keeps what it returns, so that it has to be copied. */
    private static Ring kept(Long number) {
        return KEPT.computeIfAbsent(number, key -> new Ring("ring " + key));
    }

    private static SingleOutputStreamOperator<Ring> rings(StreamExecutionEnvironment environment) {
        environment.setRestartStrategy(RestartStrategies.noRestart());
        return environment.fromSequence(1, 3).map(TypesRunTest::kept);
    }

    @Test
    void aTypeOfTheProgramsOwnDecidesHowValuesAreCopied() throws Exception {
        DataStream<String> names = rings(Runs.environment(1))
                .returns(new RingInfo("copied "))
                .rebalance()
                .map(ring -> ring.name);
        assertThat(Runs.results(names)).containsExactlyInAnyOrder("copied ring 1", "copied ring 2", "copied ring 3");
    }

    @Test
    void aClassOfATypeOfItsOwnIsAKeyByItsBytes() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.setRestartStrategy(RestartStrategies.noRestart());
        DataStream<Long> counts = environment
                .fromSequence(1, 30)
                .map(number -> new Ring("ring " + number % 3))
                .returns(new RingInfo(""))
                .rebalance()
                .keyBy(ring -> ring)
                .process(new CountsOfKey());
        assertThat(Runs.results(counts))
                .hasSize(30)
                .filteredOn(count -> count == 10)
                .hasSize(3);
    }

    private static final class CountsOfKey extends KeyedProcessFunction<Ring, Ring, Long> {

        private transient ValueState<Long> count;

        @Override
        public void open(OpenContext openContext) {
            count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Long.class));
        }

        @Override
        public void processElement(Ring value, Context ctx, Collector<Long> out) throws Exception {
            count.update(count.value() == null ? 1 : count.value() + 1);
            out.collect(count.value());
        }
    }

    @Test
    void withoutItACycleIsFoundAndNamed() {
        DataStream<String> names = rings(Runs.environment(1)).rebalance().map(ring -> ring.name);
        assertThatThrownBy(() -> Runs.results(names))
                .hasStackTraceContaining("Ring.next is the object at Ring again: a cycle");
    }

    @Test
    void oneClassHasOneForm() {
        StreamExecutionEnvironment environment = Runs.environment(1);
        rings(environment).returns(new RingInfo("a"));
        SingleOutputStreamOperator<Ring> others = rings(environment);
        assertThatThrownBy(() -> others.returns(new RingInfo("b")))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("are declared as Ring with a and as Ring with b");
    }

    @Test
    void typesOfTheEnginesOwnChangeNothing() throws Exception {
        DataStream<Tuple2<Long, String>> pairs = Runs.environment(1)
                .fromSequence(1, 2)
                .map(number -> Tuple2.of(number, "x"))
                .returns(new TypeHint<>() {});
        assertThat(pairs.getType().isTupleType()).isTrue();
        assertThat(Runs.results(pairs)).containsExactly(Tuple2.of(1L, "x"), Tuple2.of(2L, "x"));
    }

    /** Uses states that are described in every way. */
    private static final class States extends KeyedProcessFunction<Long, Long, String> {

        private transient ValueState<Ring> bySerializer;
        private transient ListState<Ring> listBySerializer;
        private transient MapState<String, Tuple2<Long, Long>> byHint;
        private transient ValueState<Long> withDefault;
        private transient ReducingState<Long> reducing;

        @Override
        public void open(OpenContext openContext) {
            bySerializer = getRuntimeContext().getState(new ValueStateDescriptor<>("value", new RingSerializer("")));
            listBySerializer =
                    getRuntimeContext().getListState(new ListStateDescriptor<>("list", new RingSerializer("")));
            byHint = getRuntimeContext()
                    .getMapState(new MapStateDescriptor<>(
                            "map", new TypeHint<String>() {}, new TypeHint<Tuple2<Long, Long>>() {}));
            withDefault = getRuntimeContext().getState(new ValueStateDescriptor<>("default", Long.class, 100L));
            reducing = getRuntimeContext()
                    .getReducingState(new ReducingStateDescriptor<>("sum", Long::sum, new TypeHint<Long>() {}));
        }

        @Override
        public void processElement(Long value, Context ctx, Collector<String> out) throws Exception {
            bySerializer.update(new Ring("ring " + value));
            listBySerializer.add(new Ring("r" + value));
            byHint.put("last", Tuple2.of(value, value));
            withDefault.update(withDefault.value() + 1);
            reducing.add(value);
            if (reducing.get() == 6) {
                StringBuilder rings = new StringBuilder();
                listBySerializer.get().forEach(ring -> rings.append(ring.next.name));
                out.collect(
                        bySerializer.value().name + " " + rings + " " + byHint.get("last") + " " + withDefault.value());
            }
        }
    }

    @Test
    void statesAreDescribedByClassHintOrSerializerAndHaveDefaults() throws Exception {
        for (String backend : List.of("heap", "naive")) {
            StreamExecutionEnvironment environment = Runs.environment(1);
            environment.configure(Configuration.fromMap(Map.of("state.backend.type", backend)));
            DataStream<String> told =
                    environment.fromSequence(1, 3).keyBy(number -> 1L).process(new States());
            assertThat(Runs.results(told)).as(backend).containsExactly("ring 3 r1r2r3 (3,3) 103");
        }
    }
}
