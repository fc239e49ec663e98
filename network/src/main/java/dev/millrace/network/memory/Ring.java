package dev.millrace.network.memory;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A bounded queue for one producer and one consumer, without locks. A filled slot is what the consumer looks for; the
 * consumer's counters are what the producer looks for, and it looks only when its copy of them says that the ring is full.
 * (Lamport's queue with the slots as flags, after Giacomoni et al., FastForward, 2008.)
 *
 * <p>The counters lie in one array, the producer's and the consumer's two cache lines apart.
 *
 * <p>Law: an element sent before the consumer's listener ran is seen by any poll after it; a producer that was told that
 * there is no room is called after room has come. Both rest on the same pattern: write, full fence, read.
 */
final class Ring {
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Element[].class);
    private static final VarHandle COUNTERS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int LINE = 16;
    /** Elements sent; written by the producer. */
    private static final int SENT = LINE;

    private static final int RECORDS_SENT = LINE + 1;
    /** The producer's copies of {@link #TAKEN} and {@link #RECORDS_TAKEN}. */
    private static final int TAKEN_SEEN = LINE + 2;

    private static final int RECORDS_TAKEN_SEEN = LINE + 3;
    /** Elements taken; written by the consumer. */
    private static final int TAKEN = 3 * LINE;

    private static final int RECORDS_TAKEN = 3 * LINE + 1;
    /** 1 while the producer waits for room. */
    private static final int WANTS_ROOM = 5 * LINE;

    private static final int COUNTERS_SIZE = 7 * LINE;

    private final Element[] slots;
    private final int mask;
    private final long recordsMax;
    private final long[] counters = new long[COUNTERS_SIZE];

    /**
     * @param elementsMax how many elements it holds, a power of two
     * @param recordsMax the number of records from which on there is no room; one batch may exceed it
     */
    Ring(int elementsMax, long recordsMax) {
        if (Integer.bitCount(elementsMax) != 1) {
            throw new IllegalArgumentException("a ring has a power of two of slots, not " + elementsMax);
        }
        this.slots = new Element[elementsMax];
        this.mask = elementsMax - 1;
        this.recordsMax = recordsMax;
    }

    /** Called by the producer. After a no, {@link #takesWaitingProducer} turns true once there is ample room. */
    boolean hasRoom() {
        if (roomAsSeen()) {
            return true;
        }
        refresh();
        if (roomAsSeen()) {
            return true;
        }
        COUNTERS.setVolatile(counters, WANTS_ROOM, 1L);
        VarHandle.fullFence();
        refresh();
        return roomAsSeen();
    }

    private boolean roomAsSeen() {
        return counters[SENT] - counters[TAKEN_SEEN] <= mask
                && counters[RECORDS_SENT] - counters[RECORDS_TAKEN_SEEN] < recordsMax;
    }

    private void refresh() {
        counters[TAKEN_SEEN] = (long) COUNTERS.getAcquire(counters, TAKEN);
        counters[RECORDS_TAKEN_SEEN] = (long) COUNTERS.getAcquire(counters, RECORDS_TAKEN);
    }

    /** Called by the producer, when there is room; what it does next comes after the element for all threads. */
    void send(Element element) {
        long sent = counters[SENT];
        if (sent - counters[TAKEN_SEEN] > mask) {
            throw new IllegalStateException(
                    "sent into a full channel of " + (mask + 1) + " elements; ask hasRoom first");
        }
        counters[RECORDS_SENT] += records(element);
        SLOTS.setRelease(slots, (int) sent & mask, element);
        COUNTERS.setRelease(counters, SENT, sent + 1);
        VarHandle.fullFence();
    }

    /** Called by the consumer; null when there is nothing. */
    Element poll() {
        long taken = counters[TAKEN];
        int slot = (int) taken & mask;
        Element element = (Element) SLOTS.getAcquire(slots, slot);
        if (element == null) {
            return null;
        }
        slots[slot] = null;
        COUNTERS.setRelease(counters, RECORDS_TAKEN, counters[RECORDS_TAKEN] + records(element));
        COUNTERS.setRelease(counters, TAKEN, taken + 1);
        VarHandle.fullFence();
        return element;
    }

    /** Called by the consumer after a poll: whether the producer waits and there is ample room; says yes once. */
    boolean takesWaitingProducer() {
        if ((long) COUNTERS.getOpaque(counters, WANTS_ROOM) == 0 || !hasAmpleRoom()) {
            return false;
        }
        COUNTERS.setVolatile(counters, WANTS_ROOM, 0L);
        return true;
    }

    /** Half the ring: a producer that was stopped comes back to a stretch of work, not to one element. */
    private boolean hasAmpleRoom() {
        long elements = (long) COUNTERS.getAcquire(counters, SENT) - counters[TAKEN];
        long records = (long) COUNTERS.getOpaque(counters, RECORDS_SENT) - counters[RECORDS_TAKEN];
        return elements <= slots.length / 2 && records <= recordsMax / 2;
    }

    private static int records(Element element) {
        return element instanceof Batch batch ? batch.size() : 0;
    }
}
