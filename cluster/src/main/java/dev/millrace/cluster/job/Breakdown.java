package dev.millrace.cluster.job;

import dev.millrace.cluster.protocol.Failure;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something failed, and what has to start again for it.
 *
 * @param regions the regions that are worth nothing now
 */
record Breakdown(SortedSet<Integer> regions, Failure failure) {

    static Breakdown of(Collection<Execution> tasks, Failure failure) {
        SortedSet<Integer> regions = new TreeSet<>();
        tasks.forEach(task -> regions.add(task.region()));
        return new Breakdown(regions, failure);
    }
}
