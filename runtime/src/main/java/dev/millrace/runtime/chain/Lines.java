package dev.millrace.runtime.chain;

import dev.millrace.core.plan.OperatorNode;
import java.util.List;

/** Which operators of a chain are run in line: each but the last of a line passes its records to the next one only. */
final class Lines {
    /** How many functions are one method at most: compilers leave longer ones alone. */
    private static final int PLACES_MAX = 16;

    /** Whether the operator at a place is in one line with the next. */
    private final boolean[] joined;

    private Lines(int places) {
        joined = new boolean[places];
    }

    static Lines of(List<OperatorNode> nodes, List<OutgoingEdge> edges) {
        Lines lines = new Lines(nodes.size());
        int length = 1;
        for (int place = 0; place + 1 < nodes.size(); place++) {
            boolean joined = length < PLACES_MAX
                    && nodes.get(place).factory().inlined() != null
                    && nodes.get(place + 1).factory().inlined() != null
                    && readsAlone(place + 1, nodes, edges);
            lines.joined[place] = joined;
            length = joined ? length + 1 : 1;
        }
        return lines;
    }

    private static boolean readsAlone(int reader, List<OperatorNode> nodes, List<OutgoingEdge> edges) {
        int place = reader - 1;
        long readers = nodes.stream().filter(node -> node.upstream() == place).count();
        return nodes.get(reader).upstream() == place
                && nodes.get(reader).tag() == null
                && readers == 1
                && edges.stream().noneMatch(edge -> edge.operator() == place);
    }

    /** Whether the operator is in one line with the next. */
    boolean isJoined(int place) {
        return place >= 0 && joined[place];
    }

    /** Whether the operator is in one line with the one before. */
    boolean joinsUpstream(int place) {
        return isJoined(place - 1);
    }

    boolean isInLine(int place) {
        return isJoined(place) || joinsUpstream(place);
    }
}
