package dev.millrace.testkit.stand;

import dev.millrace.core.connector.Source;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What stands in the place of sources and operators of a graph, so that a test holds the very objects that run.
 *
 * @param sources by the name of the source; null for those that stay
 * @param operators null for those that stay
 */
public record Substitutes(
        Function<String, Source<?, ?, ?>> sources, Function<OperatorNode, OperatorFactory<?, ?>> operators) {

    /** The vertex with the substitutes in it. */
    public Vertex in(Vertex vertex) {
        List<OperatorNode> chain = new ArrayList<>();
        vertex.chain().forEach(node -> chain.add(in(node)));
        return new Vertex(
                vertex.id(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                vertex.slotSharingGroup(),
                vertex.source() == null ? null : in(vertex.source()),
                chain);
    }

    private SourceNode in(SourceNode node) {
        Source<?, ?, ?> substitute = sources.apply(node.name());
        return substitute == null
                ? node
                : new SourceNode(node.id(), node.name(), node.ambiguous(), substitute, node.watermarks());
    }

    private OperatorNode in(OperatorNode node) {
        OperatorFactory<?, ?> substitute = operators.apply(node);
        return substitute == null ? node : node.with(substitute);
    }
}
