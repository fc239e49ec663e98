package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.util.NoSuchElementException;

/** The numbers of a range, both ends included. */
@ModelApi
public class NumberSequenceIterator extends SplittableIterator<Long> {
    private static final long serialVersionUID = 1;

    private final long to;
    private long next;

    public NumberSequenceIterator(long from, long to) {
        if (from > to + 1) {
            throw new IllegalArgumentException("a sequence cannot go from " + from + " to " + to);
        }
        this.next = from;
        this.to = to;
    }

    public long getCurrent() {
        return next;
    }

    public long getTo() {
        return to;
    }

    @Override
    public NumberSequenceIterator[] split(int numPartitions) {
        NumberSequenceIterator[] parts = new NumberSequenceIterator[numPartitions];
        long count = to - next + 1;
        long from = next;
        for (int part = 0; part < numPartitions; part++) {
            long size = count / numPartitions + (part < count % numPartitions ? 1 : 0);
            parts[part] = new NumberSequenceIterator(from, from + size - 1);
            from += size;
        }
        return parts;
    }

    @Override
    public int getMaximumNumberOfSplits() {
        return (int) Math.min(Integer.MAX_VALUE, to - next + 1);
    }

    @Override
    public boolean hasNext() {
        return next <= to;
    }

    @Override
    public Long next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the sequence has ended at " + to);
        }
        return next++;
    }
}
