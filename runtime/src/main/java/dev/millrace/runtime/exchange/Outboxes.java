package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Element;
import dev.millrace.core.element.Idleness;
import dev.millrace.core.element.Watermark;

/** The targets of one edge: what is the same for every exchange. Owned by the task's thread. */
final class Outboxes {
    private final Outbox[] boxes;
    private final boolean feedback;

    /**
     * @param feedback whether the edge leads back to the head of a loop, which has its event time from elsewhere
     */
    Outboxes(Outbox[] boxes, boolean feedback) {
        this.boxes = boxes;
        this.feedback = feedback;
    }

    int size() {
        return boxes.length;
    }

    Outbox get(int target) {
        return boxes[target];
    }

    void flush() {
        for (Outbox box : boxes) {
            box.flush();
        }
    }

    /** Sends open batches where there is room; true when none is left open. */
    boolean flushWhereRoom() {
        boolean all = true;
        for (Outbox box : boxes) {
            if (box.isOpen()) {
                if (box.hasRoom()) {
                    box.flush();
                } else {
                    all = false;
                }
            }
        }
        return all;
    }

    void end() {
        for (Outbox box : boxes) {
            box.end();
        }
    }

    /** Sends a mark to every target, behind its records. */
    void mark(Element mark) {
        for (Outbox box : boxes) {
            box.mark(mark);
        }
    }

    void onWatermark(long timestamp) {
        if (!feedback) {
            mark(new Watermark(timestamp));
        }
    }

    void onIdle(boolean idle) {
        if (!feedback) {
            mark(idle ? Idleness.IDLE : Idleness.ACTIVE);
        }
    }

    boolean isOpen() {
        for (Outbox box : boxes) {
            if (box.isOpen()) {
                return true;
            }
        }
        return false;
    }

    void pump() {
        for (Outbox box : boxes) {
            box.pump();
        }
    }

    boolean isPumped() {
        for (Outbox box : boxes) {
            if (!box.isPumped()) {
                return false;
            }
        }
        return true;
    }

    long emitted() {
        long emitted = 0;
        for (Outbox box : boxes) {
            emitted += box.emitted();
        }
        return emitted;
    }

    boolean hasRoom() {
        for (Outbox box : boxes) {
            if (!box.hasRoom()) {
                return false;
            }
        }
        return true;
    }

    void close() {
        for (Outbox box : boxes) {
            box.close();
        }
    }
}
