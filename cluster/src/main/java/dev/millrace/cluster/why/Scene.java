package dev.millrace.cluster.why;

import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.NamedOperator;
import dev.millrace.core.fact.JobFacts.StuckTask;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A job's facts, by vertex, task and operator. */
final class Scene {

    private final JobFacts job;
    private final TreeMap<Task, TaskFacts> tasks = new TreeMap<>();
    private final TreeMap<Task, StuckTask> stuck = new TreeMap<>();

    /** Names a task. */
    record Task(int vertex, int instance) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return vertex != other.vertex
                    ? Integer.compare(vertex, other.vertex)
                    : Integer.compare(instance, other.instance);
        }
    }

    /** Names an operator of a vertex: its place in the chain, where a source comes first. */
    record Place(int vertex, int operator) {}

    /** What an operator has done in all its tasks. */
    record Total(long in, long out, long late, boolean filter) {}

    Scene(JobFacts job) {
        this.job = job;
        job.tasks().forEach(task -> tasks.put(new Task(task.vertex(), task.instance()), task));
        job.stuck().forEach(task -> stuck.put(new Task(task.vertex(), task.instance()), task));
    }

    JobFacts job() {
        return job;
    }

    long now() {
        return job.timeMillis();
    }

    VertexFacts vertex(int place) {
        return job.vertices().get(place);
    }

    /** What a task said of itself, or null. */
    TaskFacts task(Task task) {
        return tasks.get(task);
    }

    /** The tasks of a vertex that have said something. */
    List<TaskFacts> tasks(int vertex) {
        return tasks.values().stream().filter(task -> task.vertex() == vertex).toList();
    }

    /** What is known of a task that does not answer, or null. */
    StuckTask stuck(Task task) {
        return stuck.get(task);
    }

    /** The name of a vertex in quotes. */
    String name(int vertex) {
        return "'" + vertex(vertex).name() + "'";
    }

    /** The name of a task, with its number from 1. */
    String name(Task task) {
        int parallelism = vertex(task.vertex()).parallelism();
        return name(task.vertex())
                + (parallelism == 1 ? "" : " (" + (task.instance() + 1) + " of " + parallelism + ")");
    }

    String name(Place place) {
        return operator(place).name();
    }

    boolean isSink(Place place) {
        return operator(place).sink();
    }

    /** Whether an operator holds records until event time goes on, to combine them. */
    boolean combines(Place place) {
        return operator(place).combines();
    }

    boolean isSource(Place place) {
        return place.operator() == 0 && vertex(place.vertex()).source();
    }

    private NamedOperator operator(Place place) {
        return vertex(place.vertex()).operators().get(place.operator());
    }

    /** All operators, in the order of the job. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int vertex = 0; vertex < job.vertices().size(); vertex++) {
            for (int operator = 0; operator < vertex(vertex).operators().size(); operator++) {
                places.add(new Place(vertex, operator));
            }
        }
        return places;
    }

    /** An operator as the tasks of its vertex see it. */
    List<OperatorFacts> facts(Place place) {
        return tasks(place.vertex()).stream()
                .map(task -> task.operators().get(place.operator()))
                .toList();
    }

    Total total(Place place) {
        long in = 0;
        long out = 0;
        long late = 0;
        boolean filter = false;
        for (OperatorFacts facts : facts(place)) {
            in += facts.in();
            out += facts.out();
            late += facts.late();
            filter |= facts.filter();
        }
        return new Total(in, out, late, filter);
    }

    /** How many records all sources have read. */
    long read() {
        return places().stream()
                .filter(this::isSource)
                .mapToLong(place -> total(place).out())
                .sum();
    }

    /** How many records have come to operators whose results nobody reads. */
    long written() {
        return places().stream()
                .filter(this::isSink)
                .mapToLong(place ->
                        isSource(place) ? total(place).out() : total(place).in())
                .sum();
    }
}
