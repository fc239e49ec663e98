package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;

/** Where the windows of an instance start, so that not all instances fire at once. */
@ModelApi
public enum WindowStagger {
    /** At multiples of the size, everywhere. */
    ALIGNED,
    /** At the time of the first record of the instance. */
    NATURAL;

    /** The offset of this instance's windows, milliseconds. */
    public long getStaggerOffset(long currentProcessingTime, long size) {
        return switch (this) {
            case ALIGNED -> 0;
            case NATURAL -> Math.floorMod(currentProcessingTime, size);
        };
    }
}
