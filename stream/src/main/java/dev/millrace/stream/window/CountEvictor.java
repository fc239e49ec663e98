package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Iterator;

/** Keeps the last so many records of a window. */
@ModelApi
public final class CountEvictor<W extends Window> implements Evictor<Object, W> {

    private final long maxCount;
    private final boolean after;

    private CountEvictor(long maxCount, boolean after) {
        this.maxCount = maxCount;
        this.after = after;
    }

    public static <W extends Window> CountEvictor<W> of(long maxCount) {
        return of(maxCount, false);
    }

    /**
     * @param doEvictAfter whether records go after the window function instead of before
     */
    public static <W extends Window> CountEvictor<W> of(long maxCount, boolean doEvictAfter) {
        return new CountEvictor<>(maxCount, doEvictAfter);
    }

    @Override
    public void evictBefore(Iterable<TimestampedValue<Object>> elements, int size, W window, EvictorContext context) {
        if (!after) {
            evict(elements, size);
        }
    }

    @Override
    public void evictAfter(Iterable<TimestampedValue<Object>> elements, int size, W window, EvictorContext context) {
        if (after) {
            evict(elements, size);
        }
    }

    private void evict(Iterable<TimestampedValue<Object>> elements, int size) {
        Iterator<TimestampedValue<Object>> oldest = elements.iterator();
        for (long surplus = size - maxCount; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }
}
