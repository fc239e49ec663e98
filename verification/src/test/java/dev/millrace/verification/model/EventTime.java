package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Happening;
import java.util.Arrays;

/** How far event time has come behind some sources: as far as the slowest of those that are neither idle nor at their end. */
final class EventTime {
    private final long[] marks;
    private final boolean[] idle;
    private int open;
    private long now = Long.MIN_VALUE;

    EventTime(int sources) {
        marks = new long[sources];
        idle = new boolean[sources];
        open = sources;
        Arrays.fill(marks, Long.MIN_VALUE);
    }

    /** Answers where event time is after a happening. */
    long after(Happening happening) {
        if (happening instanceof Happening.End end) {
            open--;
            idle[end.source()] = true;
        } else if (happening.from() >= 0) {
            idle[happening.from()] = happening instanceof Happening.Idle change && change.idle();
        }
        if (happening instanceof Happening.Mark mark) {
            marks[mark.source()] = Math.max(marks[mark.source()], mark.timestamp());
        }
        long slowest = Long.MAX_VALUE;
        boolean all = true;
        for (int source = 0; source < marks.length; source++) {
            if (!idle[source]) {
                slowest = Math.min(slowest, marks[source]);
                all = false;
            }
        }
        now = all ? now : Math.max(now, slowest);
        return open == 0 ? Long.MAX_VALUE : now;
    }
}
