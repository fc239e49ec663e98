package dev.millrace.cluster.schedule;

import java.util.Comparator;

/**
 * Names a task over all its attempts.
 *
 * @param vertex the vertex's place in the job graph
 * @param instance which instance of it, from 0
 */
public record TaskKey(int vertex, int instance) implements Comparable<TaskKey> {

    private static final Comparator<TaskKey> ORDER =
            Comparator.comparingInt(TaskKey::vertex).thenComparingInt(TaskKey::instance);

    @Override
    public int compareTo(TaskKey other) {
        return ORDER.compare(this, other);
    }
}
