package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import java.util.Collection;

/** An assigner whose windows may become one with others of the same key. */
@ModelApi
public abstract class MergingWindowAssigner<T, W extends Window> extends WindowAssigner<T, W> {

    /** Finds the windows that become one, and tells the callback. */
    public abstract void mergeWindows(Collection<W> windows, MergeCallback<W> callback);

    /** Takes windows and what they become. */
    @ModelApi
    public interface MergeCallback<W> {

        void merge(Collection<W> toBeMerged, W mergeResult);
    }
}
