package dev.millrace.runtime.loop;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.chain.Copies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Records on their way back to the head of a loop, as a checkpoint keeps them: each with its timestamp, the back edge that
 * it came by and the instance that it came to. Owned by the task's thread.
 */
final class Feedback {
    private static final String VALUES = "feedback/values";
    private static final String PLACES = "feedback/places";

    private final List<Object> values = new ArrayList<>();
    /** Instance, edge and timestamp of each record. */
    private final List<long[]> places = new ArrayList<>();

    int size() {
        return values.size();
    }

    Object value(int row) {
        return values.get(row);
    }

    long timestamp(int row) {
        return places.get(row)[2];
    }

    int edge(int row) {
        return (int) places.get(row)[1];
    }

    /** Adds the rows of a batch from one on. */
    void add(Batch batch, int from, int instance, int edge, Copies copies) {
        for (int row = from; row < batch.size(); row++) {
            values.add(copies.of(batch.value(row)));
            places.add(new long[] {instance, edge, batch.timestamp(row)});
        }
    }

    /** Adds the records of another from one on. */
    void add(Feedback other, int from) {
        values.addAll(other.values.subList(from, other.size()));
        places.addAll(other.places.subList(from, other.size()));
    }

    void write(SnapshotWriter writer) throws IOException {
        if (!values.isEmpty()) {
            writer.union(VALUES, values);
            writer.union(PLACES, places);
        }
    }

    /** Deals the records of all earlier instances out again. */
    interface Deal {
        /** Whether a record belongs to this instance now. */
        boolean isMine(Object value, int earlierInstance, int edge) throws Exception;
    }

    static Feedback read(SnapshotReader reader, Deal deal) throws Exception {
        List<Object> values = reader.items(VALUES);
        List<long[]> places = reader.items(PLACES);
        Feedback mine = new Feedback();
        for (int row = 0; row < values.size(); row++) {
            long[] place = places.get(row);
            if (deal.isMine(values.get(row), (int) place[0], (int) place[1])) {
                mine.values.add(values.get(row));
                mine.places.add(place);
            }
        }
        return mine;
    }
}
