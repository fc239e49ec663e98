package dev.millrace.stream.window;

import java.io.Serializable;

/**
 * How time is cut into slices, so that each window is a run of whole slices. Slices and windows are known by their start
 * and their end, milliseconds since the epoch.
 */
interface Slicing extends Serializable {

    /** The start of the slice that a timestamp lies in. */
    long sliceStart(long timestamp);

    /** The end (exclusive) of a slice. */
    long sliceEnd(long sliceStart);

    /** The end of the first window that ends after a time. */
    long endAfter(long time);

    /** The end of the last window that holds a slice; windows that end before it, but after the slice's start, hold it too. */
    long lastEnd(long sliceStart);

    /** The start of the window with an end. */
    long windowStart(long end);

    /**
     * The place in a window where its total is put together: the start of the last block before the window's end. Blocks
     * lie side by side, and no window is longer than one. As they depend on time alone, so does the order in which totals
     * are merged.
     */
    long blockStart(long end);

    /** The most slices that a window has. */
    long slicesPerWindow();
}
