package dev.millrace.verification.simulation;

import dev.millrace.stream.window.TimeWindow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What windows of one key give, by a plain loop: records and watermarks go in, in their order. */
final class WindowModel {
    private final EventWindows shape;
    private final long key;
    private final List<Contents> open = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;

    /** A window and the sum of its numbers. */
    private static final class Contents {
        private long start;
        private long end;
        private long sum;

        Contents(long start, long end) {
            this.start = start;
            this.end = end;
        }
    }

    WindowModel(EventWindows shape, long key) {
        this.shape = shape;
        this.key = key;
    }

    void add(long number, long time) {
        boolean taken = false;
        for (TimeWindow each : shape.windows(time)) {
            Contents window = window(each.getStart(), each.getEnd());
            if (!isGone(window.end)) {
                taken = true;
                open.add(window);
                window.sum += number;
                if (window.end - 1 <= watermark) {
                    fire(window);
                }
            }
        }
        if (!taken && isGone(time + 1)) {
            late.add(number);
        }
    }

    /** The window at a place, taken out of those that are open, or a new one; sessions that touch become one. */
    private Contents window(long start, long end) {
        Contents found = new Contents(start, end);
        for (Iterator<Contents> each = open.iterator(); each.hasNext(); ) {
            Contents other = each.next();
            boolean same = shape.sessions()
                    ? other.start <= found.end && other.end >= found.start
                    : other.start == start && other.end == end;
            if (same) {
                each.remove();
                found.start = Math.min(found.start, other.start);
                found.end = Math.max(found.end, other.end);
                found.sum += other.sum;
            }
        }
        return found;
    }

    private boolean isGone(long end) {
        return watermark != Long.MIN_VALUE && end - 1 + shape.lateness() <= watermark;
    }

    private void fire(Contents window) {
        fired.add(key + "@" + window.start + "-" + window.end + ":" + window.sum);
    }

    void watermark(long next) {
        if (next <= watermark) {
            return;
        }
        for (Contents window : open) {
            if (window.end - 1 > watermark && window.end - 1 <= next) {
                fire(window);
            }
        }
        watermark = next;
        open.removeIf(window -> isGone(window.end));
    }

    List<String> fired() {
        return fired;
    }

    List<Long> late() {
        return late;
    }
}
