package dev.millrace.core.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * The loops of a job graph. Each has a head, the vertex to which its back edges lead, and is named by the head's place; its
 * body is what lies on the ways from the head back to it. Loops nest: the ways of a loop do not use the back edges of those
 * heads that stand before its own.
 */
public final class Loops {

    private final JobGraph graph;
    private final TreeMap<Integer, Loop> loops = new TreeMap<>();

    /**
     * @param body the vertices on the ways from the head to itself, the head among them
     * @param returning the edges that close ways within the body; without them the body has no cycles
     */
    private record Loop(BitSet body, BitSet returning) {}

    private Loops(JobGraph graph) {
        this.graph = graph;
    }

    public static Loops of(JobGraph graph) {
        Loops all = new Loops(graph);
        graph.edges().stream()
                .filter(Edge::feedback)
                .map(Edge::target)
                .distinct()
                .forEach(all::find);
        return all;
    }

    /** The loops in whose body an edge lies, outer ones first. */
    public List<Integer> around(int edge) {
        List<Integer> around = new ArrayList<>();
        loops.forEach((head, loop) -> {
            if (isUsed(edge, head)
                    && loop.body.get(graph.edges().get(edge).source())
                    && loop.body.get(graph.edges().get(edge).target())) {
                around.add(head);
            }
        });
        return around;
    }

    /** Whether an edge closes a way within the body of a loop: its own back edges do, and those of loops within it. */
    public boolean isReturning(int edge, int loop) {
        return loops.get(loop).returning.get(edge);
    }

    /** After how many returns each head of a loop has heard of each of its tasks, whatever way the news has to take. */
    public int hops(int loop) {
        long within = loops.tailMap(loop, false).keySet().stream()
                .filter(head -> loops.get(loop).body.get(head))
                .count();
        return (int) within + 2;
    }

    private boolean isUsed(int edge, int head) {
        return !graph.edges().get(edge).feedback() || graph.edges().get(edge).target() >= head;
    }

    private void find(int head) {
        BitSet body = reached(head, head, true);
        body.and(reached(head, head, false));
        BitSet returning = new BitSet();
        findReturning(head, head, body, new BitSet(), new BitSet(), returning);
        loops.put(head, new Loop(body, returning));
    }

    /** What can be reached from a vertex along the edges, or against them. */
    private BitSet reached(int from, int head, boolean forward) {
        BitSet reached = new BitSet();
        List<Integer> border = new ArrayList<>(List.of(from));
        reached.set(from);
        while (!border.isEmpty()) {
            int vertex = border.remove(border.size() - 1);
            for (int place = 0; place < graph.edges().size(); place++) {
                Edge edge = graph.edges().get(place);
                int near = forward ? edge.source() : edge.target();
                int far = forward ? edge.target() : edge.source();
                if (near == vertex && isUsed(place, head) && !reached.get(far)) {
                    reached.set(far);
                    border.add(far);
                }
            }
        }
        return reached;
    }

    /** Walks in depth: an edge to a vertex that the walk has not left yet closes a way. */
    private void findReturning(int vertex, int head, BitSet body, BitSet entered, BitSet left, BitSet returning) {
        entered.set(vertex);
        for (int place = 0; place < graph.edges().size(); place++) {
            Edge edge = graph.edges().get(place);
            if (edge.source() == vertex && isUsed(place, head) && body.get(edge.target())) {
                if (!entered.get(edge.target())) {
                    findReturning(edge.target(), head, body, entered, left, returning);
                } else if (!left.get(edge.target())) {
                    returning.set(place);
                }
            }
        }
        left.set(vertex);
    }
}
