package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import java.time.Duration;
import java.util.Iterator;

/** Keeps the records no older than a time before the newest. */
@ModelApi
public final class TimeEvictor<W extends Window> implements Evictor<Object, W> {

    private final long windowMillis;
    private final boolean after;

    private TimeEvictor(long windowMillis, boolean after) {
        this.windowMillis = windowMillis;
        this.after = after;
    }

    public static <W extends Window> TimeEvictor<W> of(Duration windowSize) {
        return of(windowSize, false);
    }

    /**
     * @param doEvictAfter whether records go after the window function instead of before
     */
    public static <W extends Window> TimeEvictor<W> of(Duration windowSize, boolean doEvictAfter) {
        return new TimeEvictor<>(windowSize.toMillis(), doEvictAfter);
    }

    public static <W extends Window> TimeEvictor<W> of(Time windowSize) {
        return of(windowSize.toDuration());
    }

    @Override
    public void evictBefore(Iterable<TimestampedValue<Object>> elements, int size, W window, EvictorContext context) {
        if (!after) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(Iterable<TimestampedValue<Object>> elements, int size, W window, EvictorContext context) {
        if (after) {
            evict(elements);
        }
    }

    private void evict(Iterable<TimestampedValue<Object>> elements) {
        long newest = Long.MIN_VALUE;
        for (TimestampedValue<Object> element : elements) {
            if (!element.hasTimestamp()) {
                return;
            }
            newest = Math.max(newest, element.getTimestamp());
        }
        for (Iterator<TimestampedValue<Object>> all = elements.iterator(); all.hasNext(); ) {
            if (all.next().getTimestamp() <= newest - windowMillis) {
                all.remove();
            }
        }
    }
}
