package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.TypeSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A span of time from {@code start} (inclusive) to {@code end} (exclusive), milliseconds since the epoch. */
@ModelApi
public final class TimeWindow extends Window {

    private final long start;
    private final long end;

    public TimeWindow(long start, long end) {
        this.start = start;
        this.end = end;
    }

    /** The first timestamp that belongs to it. */
    public long getStart() {
        return start;
    }

    /** The first timestamp that no longer belongs to it. */
    public long getEnd() {
        return end;
    }

    @Override
    public long maxTimestamp() {
        return end - 1;
    }

    /** Whether the two overlap or touch. */
    public boolean intersects(TimeWindow other) {
        return start <= other.end && end >= other.start;
    }

    /** The smallest span that covers both. */
    public TimeWindow cover(TimeWindow other) {
        return new TimeWindow(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The start of the window of a size that a timestamp falls into, when windows start at multiples plus an offset. */
    public static long getWindowStartWithOffset(long timestamp, long offset, long windowSize) {
        return timestamp - Math.floorMod(timestamp - offset, windowSize);
    }

    /** Joins spans that overlap or touch; tells the callback what became one. */
    public static void mergeWindows(
            Collection<TimeWindow> windows, MergingWindowAssigner.MergeCallback<TimeWindow> callback) {
        List<TimeWindow> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingLong(TimeWindow::getStart));
        TimeWindow cover = null;
        List<TimeWindow> parts = new ArrayList<>();
        for (TimeWindow window : sorted) {
            if (cover != null && !cover.intersects(window)) {
                report(parts, cover, callback);
                parts.clear();
                cover = null;
            }
            cover = cover == null ? window : cover.cover(window);
            parts.add(window);
        }
        report(parts, cover, callback);
    }

    private static void report(
            List<TimeWindow> parts, TimeWindow cover, MergingWindowAssigner.MergeCallback<TimeWindow> callback) {
        if (parts.size() > 1) {
            callback.merge(List.copyOf(parts), cover);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeWindow that && that.start == start && that.end == end;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start * 31 + end);
    }

    @Override
    public String toString() {
        return "TimeWindow{start=" + start + ", end=" + end + "}";
    }

    /** Writes windows, for programs that name it; the engine writes windows as it writes all values. */
    @ModelApi
    public static class Serializer extends TypeSerializer<TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isImmutableType() {
            return true;
        }

        @Override
        public TypeSerializer<TimeWindow> duplicate() {
            return this;
        }

        @Override
        public TimeWindow createInstance() {
            return null;
        }

        @Override
        public TimeWindow copy(TimeWindow from) {
            return from;
        }

        @Override
        public int getLength() {
            return 2 * Long.BYTES;
        }

        @Override
        public void serialize(TimeWindow window, DataOutputView target) throws IOException {
            target.writeLong(window.getStart());
            target.writeLong(window.getEnd());
        }

        @Override
        public TimeWindow deserialize(DataInputView source) throws IOException {
            return new TimeWindow(source.readLong(), source.readLong());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Serializer;
        }

        @Override
        public int hashCode() {
            return Serializer.class.hashCode();
        }
    }
}
