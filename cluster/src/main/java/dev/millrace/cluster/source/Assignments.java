package dev.millrace.cluster.source;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;

/**
 * The splits that are with readers and not yet in a complete checkpoint of theirs. An assignment of epoch n was made after
 * the enumerator's snapshot n and before n + 1: it is in the enumerator's state of n and in the reader's of later ones.
 * Owned by the enumerator's worker.
 */
final class Assignments {

    private final TreeMap<Integer, List<Assignment>> byReader = new TreeMap<>();

    /** Splits that a reader was given, encoded, so that what is given back is fresh. */
    private record Assignment(long epoch, List<byte[]> splits) {}

    void add(int reader, long epoch, List<byte[]> splits) {
        byReader.computeIfAbsent(reader, r -> new ArrayList<>()).add(new Assignment(epoch, splits));
    }

    /** A checkpoint is durable: the readers' states in it hold what was assigned before. */
    void completed(long checkpoint) {
        byReader.values().forEach(list -> list.removeIf(assignment -> assignment.epoch < checkpoint));
    }

    /**
     * Takes back what a reader was given after a checkpoint.
     *
     * @param checkpoint the one that the reader is restored from, or 0 when it starts afresh
     */
    List<byte[]> takeBack(int reader, long checkpoint) {
        List<byte[]> back = new ArrayList<>();
        Iterator<Assignment> all =
                byReader.getOrDefault(reader, new ArrayList<>()).iterator();
        while (all.hasNext()) {
            Assignment assignment = all.next();
            if (assignment.epoch >= checkpoint) {
                back.addAll(assignment.splits);
            }
            all.remove();
        }
        return back;
    }
}
