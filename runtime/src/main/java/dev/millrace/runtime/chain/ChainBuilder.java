package dev.millrace.runtime.chain;

import dev.millrace.core.function.OutputTag;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.runtime.TaskDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Links the operators of a vertex from the last to the first, so that each finds its readers made. */
public final class ChainBuilder {
    private final List<OperatorNode> nodes;
    private final List<OutgoingEdge> edges;
    private final Copies copies;
    private final Brake brake;
    private final OperatorLink[] links;

    private ChainBuilder(TaskDeployment deployment, List<OutgoingEdge> edges, Brake brake) {
        this.nodes = deployment.vertex().chain();
        this.edges = edges;
        this.copies = deployment.settings().objectReuse() ? null : new Copies(deployment.types());
        this.brake = brake;
        this.links = new OperatorLink[nodes.size()];
    }

    /** A chain of fresh operators that is not open yet. */
    public static Chain build(TaskDeployment deployment, List<OutgoingEdge> edges, Brake brake) {
        ChainBuilder builder = new ChainBuilder(deployment, edges, brake);
        for (int place = builder.nodes.size() - 1; place >= 0; place--) {
            OperatorNode node = builder.nodes.get(place);
            ChainOutput output = builder.output(place, node.name(), !node.emitsFresh());
            builder.links[place] = new OperatorLink(node, node.factory().create(), output, brake);
        }
        boolean fromSource = deployment.vertex().source() != null;
        String sourceName = fromSource ? deployment.vertex().source().name() : null;
        ChainOutput source = fromSource ? builder.output(OperatorNode.INPUTS, sourceName, false) : null;
        return new Chain(builder.links, source, brake);
    }

    private ChainOutput output(int place, String name, boolean copiesFirst) {
        List<Target> main = new ArrayList<>();
        Map<String, List<Target>> sides = new TreeMap<>();
        for (int reader = place + 1; reader < nodes.size(); reader++) {
            if (nodes.get(reader).upstream() == place) {
                readers(nodes.get(reader).tag(), main, sides).add(links[reader]);
            }
        }
        for (OutgoingEdge edge : edges) {
            if (edge.operator() == place) {
                readers(edge.tag(), main, sides).add(edge.target());
            }
        }
        return new ChainOutput(name, main, sides, copies, copiesFirst, brake);
    }

    private static List<Target> readers(OutputTag<?> tag, List<Target> main, Map<String, List<Target>> sides) {
        return tag == null ? main : sides.computeIfAbsent(tag.getId(), id -> new ArrayList<>());
    }
}
