package dev.millrace.stream.window;

/**
 * The slices of windows of one size, one for each slide; the size is not below the slide. A slide is one slice, or two when
 * the size is no multiple of it: windows end where the first of them ends (paired windows: Krishnamurthy and others,
 * "On-the-fly sharing for streamed aggregation", SIGMOD 2006).
 */
record SlidingSlices(long size, long slide, long offset) implements Slicing {

    SlidingSlices {
        assert slide > 0 && size >= slide : size + " ms every " + slide + " ms";
    }

    private long rest() {
        return size % slide;
    }

    @Override
    public long sliceStart(long timestamp) {
        long start = TimeWindow.getWindowStartWithOffset(timestamp, offset, slide);
        return timestamp - start < rest() || rest() == 0 ? start : start + rest();
    }

    @Override
    public long sliceEnd(long sliceStart) {
        long start = TimeWindow.getWindowStartWithOffset(sliceStart, offset, slide);
        return sliceStart == start && rest() > 0 ? start + rest() : start + slide;
    }

    @Override
    public long endAfter(long time) {
        return TimeWindow.getWindowStartWithOffset(time, offset + rest(), slide) + slide;
    }

    @Override
    public long lastEnd(long sliceStart) {
        return TimeWindow.getWindowStartWithOffset(sliceStart, offset, slide) + size;
    }

    @Override
    public long windowStart(long end) {
        return end - size;
    }

    @Override
    public long blockStart(long end) {
        long length = rest() == 0 ? size : size - rest() + slide;
        return TimeWindow.getWindowStartWithOffset(end - 1, offset, length);
    }

    @Override
    public long slicesPerWindow() {
        return rest() == 0 ? size / slide : size / slide * 2 + 1;
    }
}
