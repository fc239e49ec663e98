package dev.millrace.runtime.chain;

import dev.millrace.core.code.Line;
import dev.millrace.core.code.OwnCode;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.TaskDeployment;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links the operators of a vertex from the last to the first, so that each finds its readers made. Operators that do one
 * thing with a record and pass it to one reader are run in {@linkplain Line line}.
 */
public final class ChainBuilder {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final List<OperatorNode> nodes;
    private final List<OutgoingEdge> edges;
    private final Lines lines;
    private final TypeSystem copied;
    private final boolean batch;
    private final Brake brake;
    private final OperatorLink[] links;

    private ChainBuilder(TaskDeployment deployment, List<OutgoingEdge> edges, Brake brake) {
        this.nodes = deployment.vertex().chain();
        this.edges = edges;
        this.lines = Lines.of(nodes, edges);
        this.copied = deployment.settings().objectReuse() ? null : deployment.types();
        this.batch = deployment.settings().batch();
        this.brake = brake;
        this.links = new OperatorLink[nodes.size()];
    }

    /** A chain of fresh operators that is not open yet. */
    public static Chain build(TaskDeployment deployment, List<OutgoingEdge> edges, Brake brake) {
        ChainBuilder builder = new ChainBuilder(deployment, edges, brake);
        for (int place = builder.nodes.size() - 1; place >= 0; place--) {
            builder.links[place] = builder.link(place);
        }
        boolean fromSource = deployment.vertex().source() != null;
        String sourceName = fromSource ? deployment.vertex().source().name() : null;
        ChainOutput source = fromSource ? builder.output(OperatorNode.INPUTS, sourceName, null) : null;
        return new Chain(builder.links, source, brake);
    }

    private OperatorLink link(int place) {
        OperatorNode node = nodes.get(place);
        ChainOutput output = output(place, node.name(), copiesForFirst(node));
        boolean inLine = lines.isInLine(place);
        OperatorLink link = new OperatorLink(
                node,
                inLine
                        ? node.factory().create()
                        : node.factory().create(output.way().getClass()),
                output,
                brake);
        if (inLine && !lines.joinsUpstream(place)) {
            startLine(place, link);
        }
        return link;
    }

    private void startLine(int head, OperatorLink link) {
        List<OperatorLink> members = new ArrayList<>(List.of(link));
        while (lines.isJoined(head + members.size() - 1)) {
            members.add(links[head + members.size()]);
        }
        List<Line.Place> places = new ArrayList<>();
        for (OperatorLink member : members) {
            places.add(new Line.Place(
                    member.node().factory().inlined(), member.output().copiesForFirst()));
        }
        OperatorLink last = members.get(members.size() - 1);
        LineCounts counts = new LineCounts(members);
        Receiver<Object> line = Line.of(
                places,
                counts.passed(),
                (place, value, failure) -> members.get(place).failed(value, failure),
                last.output().way());
        link.receiveWith(line, counts);
    }

    private Copies copiesForFirst(OperatorNode node) {
        if (copied == null || node.emitsFresh()) {
            return null;
        }
        return node.factory().emitsNewObjects() ? Copies.ofNewObjects(copied) : new Copies(copied);
    }

    private ChainOutput output(int place, String name, Copies copiesForFirst) {
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
        Copies copies = copied == null ? null : new Copies(copied);
        ChainOutput output = new ChainOutput(name, main, sides, copies, copiesForFirst, brake);
        if (batch) {
            output.end(); // no mark passes but the end itself
        }
        if (main.size() == 1 && !lines.isJoined(place)) {
            output.shorten(way(output, main.get(0)));
        }
        return output;
    }

    @SuppressWarnings("unchecked") // both kinds take any record
    private static Output<Object> way(ChainOutput output, Target reader) {
        Copies copies = output.copiesForFirst();
        if (reader instanceof OperatorLink link) {
            Class<?> receiver = link.receiver().getClass();
            return (Output<Object>)
                    OwnCode.make(LOOKUP, Hop.class, List.of(receiver), output, link, link.receiver(), copies);
        }
        return (Output<Object>) OwnCode.make(LOOKUP, Exit.class, List.of(reader.getClass()), output, reader, copies);
    }

    private static List<Target> readers(OutputTag<?> tag, List<Target> main, Map<String, List<Target>> sides) {
        return tag == null ? main : sides.computeIfAbsent(tag.getId(), id -> new ArrayList<>());
    }
}
