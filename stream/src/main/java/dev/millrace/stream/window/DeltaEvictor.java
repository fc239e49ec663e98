package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Iterator;

/** Takes out the records that lie at a threshold or further from the newest one. */
@ModelApi
public final class DeltaEvictor<T, W extends Window> implements Evictor<T, W> {

    private final double threshold;
    private final DeltaFunction<T> deltaFunction;
    private final boolean after;

    private DeltaEvictor(double threshold, DeltaFunction<T> deltaFunction, boolean after) {
        this.threshold = threshold;
        this.deltaFunction = deltaFunction;
        this.after = after;
    }

    public static <T, W extends Window> DeltaEvictor<T, W> of(double threshold, DeltaFunction<T> deltaFunction) {
        return of(threshold, deltaFunction, false);
    }

    /**
     * @param doEvictAfter whether records go after the window function instead of before
     */
    public static <T, W extends Window> DeltaEvictor<T, W> of(
            double threshold, DeltaFunction<T> deltaFunction, boolean doEvictAfter) {
        return new DeltaEvictor<>(threshold, deltaFunction, doEvictAfter);
    }

    @Override
    public void evictBefore(Iterable<TimestampedValue<T>> elements, int size, W window, EvictorContext context) {
        if (!after) {
            evict(elements);
        }
    }

    @Override
    public void evictAfter(Iterable<TimestampedValue<T>> elements, int size, W window, EvictorContext context) {
        if (after) {
            evict(elements);
        }
    }

    private void evict(Iterable<TimestampedValue<T>> elements) {
        T newest = null;
        for (TimestampedValue<T> element : elements) {
            newest = element.getValue();
        }
        for (Iterator<TimestampedValue<T>> all = elements.iterator(); all.hasNext(); ) {
            if (deltaFunction.getDelta(all.next().getValue(), newest) >= threshold) {
                all.remove();
            }
        }
    }
}
