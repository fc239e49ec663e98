package dev.millrace.stream.join;

import dev.millrace.core.function.OutputTag;
import java.io.Serializable;

/**
 * Which records an interval join pairs: a right one with timestamps from {@code lowerMillis} to {@code upperMillis}, both
 * included, after that of the left one; negative bounds are before it.
 *
 * @param lateLeft where left records go that are too late, or null when they are dropped
 * @param lateRight the same for right records
 */
public record IntervalSpec<A, B>(long lowerMillis, long upperMillis, OutputTag<A> lateLeft, OutputTag<B> lateRight)
        implements Serializable {

    public IntervalSpec {
        if (lowerMillis > upperMillis) {
            throw new IllegalArgumentException("the lower bound of an interval join, " + lowerMillis
                    + " ms, is above its upper bound, " + upperMillis + " ms");
        }
    }

    /** The bounds as seen from a side: after how long the records that pair with one of it begin. */
    long from(int side) {
        return side == 0 ? lowerMillis : -upperMillis;
    }

    /** The bounds as seen from a side: after how long the records that pair with one of it end. */
    long to(int side) {
        return side == 0 ? upperMillis : -lowerMillis;
    }

    OutputTag<?> late(int side) {
        return side == 0 ? lateLeft : lateRight;
    }
}
