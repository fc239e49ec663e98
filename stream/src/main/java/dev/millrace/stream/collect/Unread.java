package dev.millrace.stream.collect;

import java.util.ArrayDeque;
import java.util.Deque;

/** How much an instance has sent that the program has not read. Owned by the operator's thread. */
final class Unread {

    /** A report, with the position behind it. */
    private record Sent(long end, int bytes) {}

    private final Deque<Sent> reports = new ArrayDeque<>();
    private long sent;
    private long taken;
    private long bytes;

    /** Nothing has been sent; what an attempt before has sent is known when the program says how far it has come. */
    void begin(long position) {
        sent = position;
        taken = position;
    }

    void sent(long end, int reportBytes) {
        reports.add(new Sent(end, reportBytes));
        sent = end;
        bytes += reportBytes;
    }

    /** The program says how far it has come; after a restart it may be further back than where this attempt began. */
    void takenTo(long position) {
        taken = position;
        while (!reports.isEmpty() && reports.peek().end <= position) {
            bytes -= reports.poll().bytes;
        }
    }

    long records() {
        return sent - taken;
    }

    long bytes() {
        return bytes;
    }
}
