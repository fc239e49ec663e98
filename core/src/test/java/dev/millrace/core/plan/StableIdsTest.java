package dev.millrace.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** State finds its operator again after the program has changed around it. */
final class StableIdsTest {

    /** A factory that is never asked. */
    private record NoOperator() implements OperatorFactory<Object, Object> {
        @Override
        public Operator<Object, Object> create() {
            throw new AssertionError("no task runs in this test");
        }
    }

    @Test
    void theSameProgramHasTheSameIds() {
        Step first = keyed("count", start());
        Step second = keyed("count", start());

        assertThat(idOf(first)).isEqualTo(idOf(second)).hasSize(32);
    }

    @Test
    void anOperatorWithoutStateThatIsInsertedChangesNoOtherId() {
        Step before = keyed("count", stateless("map", start()));
        Step after = keyed("count", stateless("filter", stateless("map", stateless("map", start()))));

        assertThat(idOf(after)).isEqualTo(idOf(before));
    }

    @Test
    void anOperatorWithStateThatIsInsertedChangesTheIdsBehindIt() {
        Step before = keyed("count", start());
        Step after = keyed("count", keyed("reduce", start()));

        assertThat(idOf(after)).isNotEqualTo(idOf(before));
    }

    @Test
    void identicalSiblingsGetAnOrdinalAndAreMarked() {
        Step source = start();
        Step left = keyed("count", source);
        Step right = keyed("count", source);
        Step other = keyed("sum", source);

        Map<String, OperatorNode> nodes = nodes(left.name("left"), right.name("right"), other.name("other"));

        assertThat(nodes.get("left").id()).isNotEqualTo(nodes.get("right").id());
        assertThat(nodes.get("left").ambiguous()).isTrue();
        assertThat(nodes.get("right").ambiguous()).isTrue();
        assertThat(nodes.get("other").ambiguous()).isFalse();
    }

    @Test
    void aNameOrAParallelismDoesNotChangeAnId() {
        Step plain = keyed("count", start());
        Step dressed = keyed("count", start()).name("the count of words").parallelism(7);

        assertThat(idOf(dressed)).isEqualTo(idOf(plain));
    }

    @Test
    void anExplicitUidDecidesAlone() {
        Step before = keyed("count", start()).uid("words");
        Step after = keyed("sum", keyed("reduce", start())).uid("words");

        assertThat(idOf(after)).isEqualTo(idOf(before));
    }

    @Test
    void twoOperatorsOfOneUidAreRefusedByTheirNames() {
        Step source = start();
        Step left = keyed("count", source).uid("words").name("left");
        Step right = keyed("sum", source).uid("words").name("right");

        assertThatThrownBy(() -> nodes(left, right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words")
                .hasMessageContaining("left")
                .hasMessageContaining("right");
    }

    private static Step start() {
        return Step.operator("start", new NoOperator()).stateful();
    }

    private static Step stateless(String kind, Step from) {
        return Step.operator(kind, new NoOperator()).reads(from, null, null, 0);
    }

    private static Step keyed(String kind, Step from) {
        return Step.operator(kind, new NoOperator())
                .reads(from, null, new Exchange.Hash(value -> value), 0)
                .keyedBy(List.of(value -> value));
    }

    private static String idOf(Step step) {
        return nodes(step.name("it")).get("it").id();
    }

    private static Map<String, OperatorNode> nodes(Step... steps) {
        Map<String, OperatorNode> nodes = new LinkedHashMap<>();
        for (Vertex vertex : JobGraphBuilder.build("test", Plans.STREAM, Arrays.asList(steps), 2)
                .vertices()) {
            vertex.chain().forEach(node -> nodes.put(node.name(), node));
        }
        return nodes;
    }
}
