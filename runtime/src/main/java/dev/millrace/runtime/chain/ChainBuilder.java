package dev.millrace.runtime.chain;

import dev.millrace.core.closure.ClosedFunctions;
import dev.millrace.core.code.Line;
import dev.millrace.core.code.OwnCode;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.TaskDeployment;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
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
        ChainOutput output = output(place, node.name(), copiesForFirst(place));
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
                (place, value, failure) -> OperatorFailure.at(members.get(place), value, failure),
                last.output().way());
        link.receiveWith(line, counts);
    }

    private Copies copiesForFirst(int place) {
        OperatorNode node = nodes.get(place);
        if (copied == null || node.emitsFresh() && !copiesLate(place)) {
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
        Target reader = main.isEmpty() ? null : main.size() == 1 ? main.get(0) : together(main);
        ChainOutput output = new ChainOutput(name, reader, sides, copies, copiesForFirst, brake);
        for (Target target : main) {
            if (target instanceof OperatorLink link) {
                link.feedFrom(output);
            }
        }
        if (batch) {
            output.end(); // no mark passes but the end itself
        }
        if (reader != null && !lines.isJoined(place)) {
            output.shorten(way(output, reader));
        }
        return output;
    }

    /** Several readers as one. All but the last are given copies. */
    private Target together(List<Target> readers) {
        Target all = entry(readers.get(readers.size() - 1));
        for (int i = readers.size() - 2; i >= 0; i--) {
            Target reader = readers.get(i);
            boolean late = reader instanceof OperatorLink link
                    && copiesLate(Arrays.asList(links).indexOf(link));
            all = Both.of(entry(reader), copied == null || late ? null : new Copies(copied), all);
        }
        return all;
    }

    private static Target entry(Target reader) {
        return reader instanceof OperatorLink link ? Entry.into(link) : reader;
    }

    /**
     * Whether an operator that shares its input with others copies what it passes on, and not what it is given: it is a filter
     * that only looks at records, and most do not pass.
     */
    private boolean copiesLate(int place) {
        OperatorNode node = nodes.get(place);
        return isFollowedByReader(place)
                && node.factory().inlined() instanceof Inlined.Filtered filter
                && ClosedFunctions.onlyLooks(filter.function(), "filter");
    }

    /** Whether the operator reads main results that another operator or edge is given after it. */
    private boolean isFollowedByReader(int place) {
        OperatorNode node = nodes.get(place);
        return node.tag() == null
                && (nodes.subList(place + 1, nodes.size()).stream()
                                .anyMatch(other -> other.upstream() == node.upstream() && other.tag() == null)
                        || edges.stream().anyMatch(edge -> edge.operator() == node.upstream() && edge.tag() == null));
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
