package dev.millrace.state.heap;

import dev.millrace.core.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * The version of the state, raised by each snapshot, and the snapshots that still have to be written. What carries the stamp
 * of an earlier version than a snapshot's belongs to that snapshot too, and must not be changed in place. Owned by the
 * operator's thread.
 */
final class Versions {

    private final Memory memory;
    private final List<Mark> open = new ArrayList<>();
    private int current;
    private long reservedBytes;

    Versions(Memory memory) {
        this.memory = memory;
    }

    /**
     * One snapshot as the operator's thread sees it. The writing thread reports its progress in the two volatile fields:
     * having read them, the operator's thread may change what the writer has passed.
     */
    static final class Mark {

        private final int version;
        private long copiedBytes;
        private volatile int nextGroup;
        private volatile boolean closed;

        private Mark(int version) {
            this.version = version;
        }

        /** All groups below this one have been written. Called by the writing thread. */
        void passed(int keyGroup) {
            nextGroup = keyGroup;
        }

        /** Nothing is read any more. Called by any thread. */
        void close() {
            closed = true;
        }
    }

    int current() {
        return current;
    }

    /** Begins a snapshot: from now on nothing that exists is changed in place. */
    Mark freeze() {
        forgetClosed();
        Mark mark = new Mark(++current);
        open.add(mark);
        return mark;
    }

    /** Whether something of a key group, last made private in version {@code stamp}, belongs to an unwritten snapshot. */
    boolean shared(int stamp, int keyGroup) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Mark mark = open.get(i);
            if (mark.version > stamp && keyGroup >= mark.nextGroup && !mark.closed) {
                return true;
            }
        }
        return false;
    }

    /** Charges room that the state itself takes. */
    void reserve(long bytes) {
        memory.reserve(bytes);
        reservedBytes += bytes;
    }

    /** Gives back room that the state has left. */
    void release(long bytes) {
        memory.release(bytes);
        reservedBytes -= bytes;
    }

    /** Charges a copy that was made because of the snapshots that are being written. */
    void copied(long bytes) {
        memory.reserve(bytes);
        open.get(open.size() - 1).copiedBytes += bytes;
    }

    /** Gives everything back at the end of the store's life. */
    void close() {
        open.forEach(Mark::close);
        forgetClosed();
        release(reservedBytes);
    }

    private void forgetClosed() {
        for (Mark mark : open) {
            if (mark.closed && mark.copiedBytes > 0) {
                memory.release(mark.copiedBytes);
                mark.copiedBytes = 0;
            }
        }
        open.removeIf(mark -> mark.closed);
    }
}
