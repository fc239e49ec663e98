package dev.millrace.cluster.schedule;

import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Loops;
import dev.millrace.core.plan.Vertex;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.OutputWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The tasks of a job graph, how they are joined by channels, the regions that they fall into, and the slots that they
 * share. A region is a set of tasks that channels connect, at whatever distance: when one of them fails, what the others
 * have read or sent is worth nothing, and they start again together.
 */
public final class Topology {

    private final JobGraph graph;
    private final Loops loops;
    private final List<TaskKey> tasks = new ArrayList<>();
    private final TreeMap<TaskKey, Integer> regions = new TreeMap<>();
    private final SlotSharing slots;

    public Topology(JobGraph graph) {
        this.graph = graph;
        loops = Loops.of(graph);
        for (int vertex = 0; vertex < graph.vertices().size(); vertex++) {
            for (int instance = 0; instance < vertex(vertex).parallelism(); instance++) {
                tasks.add(new TaskKey(vertex, instance));
            }
        }
        slots = new SlotSharing(graph.vertices());
        findRegions();
    }

    private void findRegions() {
        int next = 0;
        for (TaskKey task : tasks) {
            if (!regions.containsKey(task)) {
                spread(task, next++);
            }
        }
    }

    private void spread(TaskKey first, int region) {
        List<TaskKey> border = new ArrayList<>(List.of(first));
        regions.put(first, region);
        while (!border.isEmpty()) {
            TaskKey task = border.remove(border.size() - 1);
            for (TaskKey neighbour : neighbours(task)) {
                if (regions.putIfAbsent(neighbour, region) == null) {
                    border.add(neighbour);
                }
            }
        }
    }

    private List<TaskKey> neighbours(TaskKey task) {
        List<TaskKey> neighbours = new ArrayList<>(senders(task, true));
        for (int place = 0; place < graph.edges().size(); place++) {
            Edge edge = graph.edges().get(place);
            if (edge.source() == task.vertex()) {
                consumers(place, task.instance()).forEach(c -> neighbours.add(new TaskKey(edge.target(), c)));
            }
        }
        return neighbours;
    }

    /** All tasks, by vertex and instance. */
    public List<TaskKey> tasks() {
        return tasks;
    }

    public Vertex vertex(int place) {
        return graph.vertices().get(place);
    }

    /** The tasks that send to this one, but for those from which a loop leads back: barriers do not come from there. */
    public List<TaskKey> predecessors(TaskKey task) {
        return senders(task, false);
    }

    private List<TaskKey> senders(TaskKey task, boolean all) {
        List<TaskKey> senders = new ArrayList<>();
        for (int place = 0; place < graph.edges().size(); place++) {
            Edge edge = graph.edges().get(place);
            if (edge.target() == task.vertex() && (all || !edge.feedback())) {
                producers(place, task.instance()).forEach(p -> senders.add(new TaskKey(edge.source(), p)));
            }
        }
        return senders;
    }

    /** Whether a loop leads back to a vertex. */
    public boolean headsLoop(int vertex) {
        return graph.edges().stream().anyMatch(edge -> edge.feedback() && edge.target() == vertex);
    }

    public int region(TaskKey task) {
        return regions.get(task);
    }

    /** The tasks of a region, in order. */
    public List<TaskKey> inRegion(int region) {
        return tasks.stream().filter(task -> regions.get(task) == region).toList();
    }

    /** How many slots the job needs. */
    public int slots() {
        return slots.count();
    }

    /** The slot of a task; tasks of one slot run on one task manager. */
    public int slot(TaskKey task) {
        return slots.of(vertex(task.vertex()), task.instance());
    }

    /** The channels into a task. */
    public List<InputWiring> inputs(String job, TaskKey task, int run) {
        List<InputWiring> inputs = new ArrayList<>();
        for (int place = 0; place < graph.edges().size(); place++) {
            Edge edge = graph.edges().get(place);
            if (edge.target() == task.vertex()) {
                int number = place;
                List<ChannelId> channels = producers(place, task.instance()).stream()
                        .map(producer -> new ChannelId(job, run, number, producer, task.instance()))
                        .toList();
                List<InputWiring.InLoop> around = loops.around(place).stream()
                        .map(loop -> new InputWiring.InLoop(loop, loops.isReturning(number, loop)))
                        .toList();
                InputWiring.Feedback feedback =
                        edge.feedback() ? new InputWiring.Feedback(loops.hops(task.vertex()), exchange(place)) : null;
                inputs.add(new InputWiring(edge.input(), channels, around, feedback));
            }
        }
        return inputs;
    }

    /** The channels out of a task. */
    public List<OutputWiring> outputs(String job, TaskKey task, int run) {
        List<OutputWiring> outputs = new ArrayList<>();
        for (int place = 0; place < graph.edges().size(); place++) {
            Edge edge = graph.edges().get(place);
            if (edge.source() == task.vertex()) {
                int number = place;
                List<ChannelId> channels = consumers(place, task.instance()).stream()
                        .map(consumer -> new ChannelId(job, run, number, task.instance(), consumer))
                        .toList();
                outputs.add(new OutputWiring(
                        edge.operator(),
                        edge.tag(),
                        exchange(place),
                        edge.bufferTimeoutMillis(),
                        channels,
                        vertex(edge.target()).maxParallelism(),
                        loops.around(place),
                        edge.feedback()));
            }
        }
        return outputs;
    }

    /** All instances of a loop have to hear of each other in one round, so nobody in it sends to a share of them only. */
    private Exchange exchange(int place) {
        Exchange exchange = graph.edges().get(place).exchange();
        boolean shares = exchange instanceof Exchange.Rescale;
        return shares && !loops.around(place).isEmpty() ? new Exchange.Rebalance() : exchange;
    }

    private List<Integer> consumers(int place, int producer) {
        Edge edge = graph.edges().get(place);
        int producers = vertex(edge.source()).parallelism();
        return Connections.consumers(
                exchange(place), producer, producers, vertex(edge.target()).parallelism());
    }

    private List<Integer> producers(int place, int consumer) {
        Edge edge = graph.edges().get(place);
        int producers = vertex(edge.source()).parallelism();
        return Connections.producers(
                exchange(place), consumer, producers, vertex(edge.target()).parallelism());
    }
}
