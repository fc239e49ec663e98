package dev.millrace.cluster.schedule;

import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.JobGraph;
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
    private final List<TaskKey> tasks = new ArrayList<>();
    private final TreeMap<TaskKey, Integer> regions = new TreeMap<>();
    private final SlotSharing slots;

    public Topology(JobGraph graph) {
        this.graph = graph;
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
        List<TaskKey> neighbours = new ArrayList<>(predecessors(task));
        for (Edge edge : graph.edges()) {
            if (edge.source() == task.vertex()) {
                consumers(edge, task.instance()).forEach(c -> neighbours.add(new TaskKey(edge.target(), c)));
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

    /** The tasks that send to this one. */
    public List<TaskKey> predecessors(TaskKey task) {
        List<TaskKey> senders = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            if (edge.target() == task.vertex()) {
                producers(edge, task.instance()).forEach(p -> senders.add(new TaskKey(edge.source(), p)));
            }
        }
        return senders;
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
                List<ChannelId> channels = producers(edge, task.instance()).stream()
                        .map(producer -> new ChannelId(job, run, number, producer, task.instance()))
                        .toList();
                inputs.add(new InputWiring(edge.input(), channels));
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
                List<ChannelId> channels = consumers(edge, task.instance()).stream()
                        .map(consumer -> new ChannelId(job, run, number, task.instance(), consumer))
                        .toList();
                outputs.add(new OutputWiring(
                        edge.operator(),
                        edge.tag(),
                        edge.exchange(),
                        edge.bufferTimeoutMillis(),
                        channels,
                        vertex(edge.target()).maxParallelism()));
            }
        }
        return outputs;
    }

    private List<Integer> consumers(Edge edge, int producer) {
        return Connections.consumers(
                edge.exchange(),
                producer,
                vertex(edge.source()).parallelism(),
                vertex(edge.target()).parallelism());
    }

    private List<Integer> producers(Edge edge, int consumer) {
        return Connections.producers(
                edge.exchange(),
                consumer,
                vertex(edge.source()).parallelism(),
                vertex(edge.target()).parallelism());
    }
}
