package dev.millrace.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Combiner;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plan in, plan out: where combiners stand. */
final class CombinersTest {
    private static final KeySelector<Object, Object> KEY = value -> value;
    private static final KeySelector<Object, Object> COMBINED_KEY = value -> value;

    /** A factory that is never asked for an operator. */
    private record Windows(boolean combines) implements OperatorFactory<Object, Object> {
        @Override
        public Operator<Object, Object> create() {
            throw new AssertionError("no task runs in this test");
        }

        @Override
        public Combiner combiner(KeySelector<?, ?> key) {
            return combines ? new Combiner(new Windows(false), COMBINED_KEY) : null;
        }
    }

    private static Step maps(int parallelism) {
        return Step.operator("map", new Windows(false)).name("Map").parallelism(parallelism);
    }

    private static Step windows(Step from, Exchange exchange) {
        return Step.operator("window", new Windows(true))
                .name("Window")
                .reads(from, null, exchange, 0)
                .keyedBy(List.of(KEY));
    }

    private static JobGraph graph(Step step) {
        return JobGraphBuilder.build("test", Plans.STREAM, List.of(step), 2);
    }

    private static List<String> names(Step step) {
        return graph(step).vertices().stream().map(Vertex::name).toList();
    }

    @Test
    void aCombinerStandsInTheChainOfTheSender() {
        Step step = windows(maps(2), new Exchange.Hash(KEY));
        JobGraph graph = graph(step);

        assertThat(names(step)).containsExactly("Map -> Combine(Window)", "Window");
        assertThat(graph.edges()).hasSize(1);
        assertThat(graph.edges().get(0).operator()).isEqualTo(1);
        assertThat(graph.edges().get(0).exchange()).isEqualTo(new Exchange.Hash(COMBINED_KEY));
        assertThat(graph.vertices().get(1).chain().get(0).keys()).containsExactly(COMBINED_KEY);
    }

    @Test
    void idsOfOthersAreAsWithoutIt() {
        Step step = windows(maps(2), new Exchange.Hash(KEY));
        Step alone = windows(maps(1), new Exchange.Hash(KEY));

        assertThat(graph(step).vertices().get(1).id())
                .isEqualTo(graph(alone).vertices().get(1).id());
        assertThat(step.inputs()).hasSize(1);
        assertThat(step.inputs().get(0).from().name()).isEqualTo("Map");
    }

    @Test
    void fewSendersDoNotCombineForManyReaders() {
        assertThat(names(windows(maps(1), new Exchange.Hash(KEY)))).containsExactly("Map", "Window");
    }

    @Test
    void nothingIsPutWhereRecordsStayInTheirInstance() {
        assertThat(names(windows(maps(2), new Exchange.Forward()))).containsExactly("Map -> Window");
    }

    @Test
    void nothingIsPutWhereChainingIsNotAllowed() {
        Step unchained = maps(2).chaining(Step.Chaining.NEVER);
        assertThat(names(windows(unchained, new Exchange.Hash(KEY)))).containsExactly("Map", "Window");
        Step alone = windows(maps(2), new Exchange.Hash(KEY)).chaining(Step.Chaining.NEVER);
        assertThat(names(alone)).containsExactly("Map", "Window");
    }
}
