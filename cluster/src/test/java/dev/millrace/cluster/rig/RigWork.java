package dev.millrace.cluster.rig;

import dev.millrace.core.element.EndOfData;
import java.util.List;

/** What a stepped task does. */
interface RigWork {

    void open(List<String> state, long restoredCheckpoint);

    void step();

    List<String> snapshot(long id);

    void takeSnapshot(long id, long orders);

    void commit(long id);

    void finished();

    long records();

    default void assign(long sequence, List<byte[]> splits) {
        throw new AssertionError("not a source");
    }

    default void noMore(long sequence) {
        throw new AssertionError("not a source");
    }

    default void endInput(EndOfData mode) {
        throw new AssertionError("not a source");
    }
}
