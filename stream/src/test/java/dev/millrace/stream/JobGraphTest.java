package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.ParameterTool;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.DiscardingSink;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.window.TumblingProcessingTimeWindows;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobGraphTest {

    private final StreamExecutionEnvironment environment =
            StreamExecutionEnvironment.getExecutionEnvironment().setParallelism(2);

    private String graph() {
        return environment.getJobGraph("test").toString();
    }

    @Test
    void aWordCountIsTwoChainsWithAHashBetween() {
        environment
                .fromSequence(1, 10)
                .map(number -> Tuple2.of(number % 3, 1))
                .keyBy(pair -> pair.f0)
                .sum(1)
                .filter(pair -> pair.f1 > 1)
                .print();
        assertThat(graph()).isEqualTo("""
            job test
              [0] Sequence Source -> Map  x2
              [1] Keyed Aggregation -> Filter -> Print to Std. Out  x2  <- [0] hash
            """);
    }

    @Test
    void unionsSideOutputsAndTwoInputsAreEdgesOfTheReader() {
        OutputTag<String> side = new OutputTag<>("side");
        DataStreamSource<String> words = environment.fromData("a", "b");
        SingleOutputStreamOperator<String> checked = words.process(new ProcessFunction<>() {
            @Override
            public void processElement(String value, Context ctx, Collector<String> out) {
                out.collect(value);
            }
        });
        checked.getSideOutput(side)
                .union(words)
                .connect(checked.broadcast())
                .map(new CoMapFunction<String, String, String>() {
                    @Override
                    public String map1(String value) {
                        return value;
                    }

                    @Override
                    public String map2(String value) {
                        return value;
                    }
                })
                .addSink(new DiscardingSink<>());
        assertThat(graph()).isEqualTo("""
            job test
              [0] Collection Source  x1
              [1] Process  x2  <- [0] rebalance
              [2] Co-Map -> Sink  x2  <- [1] forward side side, [0] rebalance, [1] broadcast as input 1
            """);
    }

    @Test
    void partitioningAndChainingControlsShowInTheGraph() {
        environment
                .fromSequence(1, 10)
                .shuffle()
                .map(number -> number)
                .startNewChain()
                .name("one")
                .map(number -> number)
                .disableChaining()
                .name("two")
                .global()
                .map(number -> number)
                .setParallelism(1)
                .name("three")
                .partitionCustom((key, count) -> 0, number -> number)
                .map(number -> number)
                .name("four")
                .windowAll(TumblingProcessingTimeWindows.of(Duration.ofSeconds(1)))
                .sum(0)
                .sinkTo(new dev.millrace.connectors.basic.sink.DiscardingSink<>());
        assertThat(graph()).isEqualTo("""
            job test
              [0] Sequence Source  x2
              [1] one  x2  <- [0] shuffle
              [2] two  x2  <- [1] forward
              [3] three  x1  <- [2] global
              [4] four  x2  <- [3] custom
              [5] WindowAll(TumblingProcessingTimeWindows(1000 ms), sum)  x1  <- [4] hash
              [6] Sink  x2  <- [5] rebalance
            """);
    }

    @Test
    void aProgramWithoutOperatorsIsRefused() {
        assertThatThrownBy(this::graph).hasMessageContaining("no operators");
    }

    @Test
    void twoOperatorsOfOneUidAreRefused() {
        environment.fromSequence(1, 2).uid("same").map(x -> x).uid("same").print();
        assertThatThrownBy(this::graph).hasMessageContaining("same");
    }

    /** Opens too early. */
    private static final class Connects implements MapFunction<Long, Long> {
        private final Object connection = new Object();

        @Override
        public Long map(Long value) {
            return value + connection.hashCode();
        }
    }

    @Test
    void aFunctionThatCannotTravelIsRefusedWhereItIsWritten() {
        DataStreamSource<Long> numbers = environment.fromSequence(1, 2);
        assertThatThrownBy(() -> numbers.map(new Connects()))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessage("Connects.connection: java.lang.Object is not Serializable;"
                        + " make it transient and open it in open()");
    }

    @Test
    void aKeyWithoutAStableHashIsRefusedWhereItIsWritten() {
        DataStreamSource<Long> numbers = environment.fromSequence(1, 2);
        assertThatThrownBy(() -> numbers.keyBy(number -> new NoKey(number)))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("NoKey");
        numbers.keyBy(number -> "k" + number);
        numbers.keyBy(new KeySelector<Long, Tuple2<Long, String>>() {
            @Override
            public Tuple2<Long, String> getKey(Long value) {
                return Tuple2.of(value, "");
            }
        });
    }

    /** Compares by identity. */
    private static final class NoKey {
        private final long number;

        NoKey(long number) {
            this.number = number;
        }

        @Override
        public String toString() {
            return "no key " + number;
        }
    }

    /** Keeps nothing, but says that it does. */
    private static final class Keeps implements MapFunction<Long, Long>, CheckpointedFunction {

        @Override
        public Long map(Long value) {
            return value;
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) {}

        @Override
        public void initializeState(FunctionInitializationContext context) {}
    }

    private String idOfCount(boolean withPlainMap, boolean withState) {
        StreamExecutionEnvironment program = Runs.environment(1);
        DataStream<Long> numbers = program.fromSequence(1, 2);
        numbers = withPlainMap ? numbers.map(number -> number) : numbers;
        numbers = withState ? numbers.map(new Keeps()) : numbers;
        numbers.keyBy(number -> number).sum(0).name("count").print();
        return program.getJobGraph("test").vertices().stream()
                .flatMap(vertex -> vertex.chain().stream())
                .filter(operator -> operator.name().equals("count"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void onlyAFunctionWithStateChangesTheIdsOfThoseBehindIt() {
        assertThat(idOfCount(true, false)).isEqualTo(idOfCount(false, false));
        assertThat(idOfCount(false, true)).isNotEqualTo(idOfCount(false, false));
    }

    @Test
    void settingsReachTheJob() {
        Configuration settings = Configuration.fromMap(Map.of(
                "parallelism.default", "3",
                "execution.checkpointing.dir", "file:/data/checkpoints",
                "execution.state-recovery.path", "latest",
                "pipeline.object-reuse", "true",
                "restart-strategy.type", "fixed-delay",
                "restart-strategy.fixed-delay.attempts", "4",
                "restart-strategy.fixed-delay.delay", "2 s"));
        StreamExecutionEnvironment configured = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        configured.getConfig().setGlobalJobParameters(ParameterTool.fromArgs(new String[] {"--input", "x"}));
        configured.fromSequence(1, 2).print();
        JobSettings read = configured.getJobGraph("test").settings();
        assertThat(configured.getParallelism()).isEqualTo(3);
        assertThat(read.checkpoints().intervalMillis()).isEqualTo(1_000);
        assertThat(read.checkpoints().directory()).isEqualTo("/data/checkpoints");
        assertThat(read.checkpoints().restore()).isEqualTo("latest");
        assertThat(read.objectReuse()).isTrue();
        assertThat(read.restart()).isEqualTo(new RestartStrategy.FixedDelay(4, 2_000));
        assertThat(read.globalParameters()).containsEntry("input", "x");
    }

    @Test
    void withoutCheckpointsThereIsNoRestartAndWithThemThereIs() {
        environment.fromSequence(1, 2).print();
        assertThat(environment.getJobGraph("test").settings().restart()).isEqualTo(new RestartStrategy.None());
        environment.enableCheckpointing(100);
        assertThat(environment.getJobGraph("test").settings().restart())
                .isInstanceOf(RestartStrategy.ExponentialDelay.class);
    }
}
