package dev.millrace.stream.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The slices of windows that grow step by step up to a size, milliseconds, and then begin anew; checked. A step is a slice.
 */
record CumulativeSlices(long size, long step, long offset) implements Slicing {

    CumulativeSlices {
        if (step <= 0 || size < step || size % step != 0) {
            throw new IllegalArgumentException("cumulative windows need a step above 0 ms and a size that is a multiple"
                    + " of it, not " + step + " and " + size + " ms");
        }
        if (Math.abs(offset) >= size) {
            throw new IllegalArgumentException("the offset of cumulative windows must be less than their size: "
                    + offset + " and " + size + " ms");
        }
    }

    static CumulativeSlices of(Duration maxSize, Duration step, Duration offset) {
        return new CumulativeSlices(maxSize.toMillis(), step.toMillis(), offset.toMillis());
    }

    /** All windows that a timestamp falls into, the longest first. */
    List<TimeWindow> windows(long timestamp) {
        long start = TimeWindow.getWindowStartWithOffset(timestamp, offset, size);
        List<TimeWindow> windows = new ArrayList<>((int) (size / step));
        for (long end = start + size; end > timestamp; end -= step) {
            windows.add(new TimeWindow(start, end));
        }
        return windows;
    }

    @Override
    public long sliceStart(long timestamp) {
        return TimeWindow.getWindowStartWithOffset(timestamp, offset, step);
    }

    @Override
    public long sliceEnd(long sliceStart) {
        return sliceStart + step;
    }

    @Override
    public long endAfter(long time) {
        return sliceStart(time) + step;
    }

    @Override
    public long lastEnd(long sliceStart) {
        return TimeWindow.getWindowStartWithOffset(sliceStart, offset, size) + size;
    }

    @Override
    public long windowStart(long end) {
        return TimeWindow.getWindowStartWithOffset(end - 1, offset, size);
    }

    @Override
    public long blockStart(long end) {
        return windowStart(end);
    }

    @Override
    public long slicesPerWindow() {
        return size / step;
    }

    @Override
    public String toString() {
        return "up to " + size + " ms by " + step + " ms";
    }
}
