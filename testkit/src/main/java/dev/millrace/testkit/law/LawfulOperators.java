package dev.millrace.testkit.law;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.testkit.stand.Intercepted;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayList;
import java.util.List;

/** Puts a watch around every operator and source of a job. */
public final class LawfulOperators {

    private LawfulOperators() {}

    /** The same job with its operators and sources watched. */
    public static JobGraph watch(JobGraph graph) {
        List<Vertex> vertices =
                graph.vertices().stream().map(LawfulOperators::watch).toList();
        return new JobGraph(graph.name(), new ArrayList<>(vertices), graph.edges(), graph.settings());
    }

    /** The same vertex with its operators and its source watched. */
    public static Vertex watch(Vertex vertex) {
        List<OperatorNode> chain = new ArrayList<>();
        for (OperatorNode node : vertex.chain()) {
            chain.add(node.with(new WatchedFactory(node.factory(), node.id(), node.name(), node.keys())));
        }
        SourceNode source = vertex.source();
        SourceNode watched = source == null
                ? null
                : new SourceNode(
                        source.id(),
                        source.name(),
                        source.ambiguous(),
                        new LawfulSource<>(source.source(), source.name() + " " + source.id()),
                        source.watermarks());
        return new Vertex(
                vertex.id(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                vertex.slotSharingGroup(),
                watched,
                chain);
    }

    /** Makes an operator and puts its watch around it, which has the same optional interfaces. */
    private record WatchedFactory(OperatorFactory<?, ?> factory, String id, String name, List<KeySelector<?, ?>> keys)
            implements OperatorFactory<Object, Object> {
        @Override
        @SuppressWarnings("unchecked") // the proxy is an Operator
        public Operator<Object, Object> create() {
            Operator<?, ?> operator = factory.create();
            OperatorLaws laws = new OperatorLaws(id, name, keys);
            InvocationHandler watch = (proxy, method, arguments) -> {
                Object answer = null;
                laws.before(method.getName(), arguments);
                try {
                    answer = Intercepted.call(operator, method, arguments);
                    return answer;
                } finally {
                    laws.after(method.getName(), answer);
                }
            };
            return (Operator<Object, Object>) Intercepted.by(watch, operator);
        }
    }
}
