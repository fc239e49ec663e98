package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Iterator;

/** An iterator that can be divided into parts, which together give the same. */
@ModelApi
public abstract class SplittableIterator<T> implements Iterator<T>, Serializable {
    private static final long serialVersionUID = 1;

    /** The parts, exactly so many; some may be empty. */
    public abstract Iterator<T>[] split(int numPartitions);

    /** One of the parts. */
    public Iterator<T> getSplit(int num, int numPartitions) {
        if (num < 0 || num >= numPartitions) {
            throw new IllegalArgumentException("there is no part " + num + " of " + numPartitions);
        }
        return split(numPartitions)[num];
    }

    /** The largest number of parts that makes sense. */
    public abstract int getMaximumNumberOfSplits();
}
