package dev.millrace.stream.window;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The size, slide and offset of windows of fixed length, milliseconds; checked. */
record Span(long size, long slide, long offset) implements Serializable {

    Span {
        if (size <= 0 || slide <= 0) {
            throw new IllegalArgumentException(
                    "windows need a size and a slide above 0 ms, not " + size + " and " + slide);
        }
        if (Math.abs(offset) >= slide) {
            throw new IllegalArgumentException(
                    "the offset of windows must be less than their slide: " + offset + " and " + slide + " ms");
        }
    }

    static Span tumbling(Duration size, Duration offset) {
        return new Span(size.toMillis(), size.toMillis(), offset.toMillis());
    }

    static Span sliding(Duration size, Duration slide, Duration offset) {
        return new Span(size.toMillis(), slide.toMillis(), offset.toMillis());
    }

    /** All windows that a timestamp falls into, the latest first. */
    List<TimeWindow> windows(long timestamp) {
        long last = TimeWindow.getWindowStartWithOffset(timestamp, offset, slide);
        if (size == slide) {
            return List.of(new TimeWindow(last, last + size));
        }
        List<TimeWindow> windows = new ArrayList<>((int) (size / slide) + 1);
        for (long start = last; start > timestamp - size; start -= slide) {
            windows.add(new TimeWindow(start, start + size));
        }
        return windows;
    }

    /** How the windows are cut into slices, or null when there is time between them. */
    Slicing slicing() {
        return size < slide ? null : new SlidingSlices(size, slide, offset);
    }

    /** A record needs a timestamp to fall into a window of event time. */
    static void requireTimestamp(long timestamp) {
        if (timestamp == Long.MIN_VALUE) {
            throw new IllegalStateException("the record has no timestamp, so it falls into no event-time window;"
                    + " call assignTimestampsAndWatermarks(...) before, give the source a WatermarkStrategy,"
                    + " or use processing-time windows");
        }
    }

    @Override
    public String toString() {
        return size == slide ? size + " ms" : size + " ms every " + slide + " ms";
    }
}
