package dev.millrace.connectors.basic.generator;

import java.util.ArrayList;
import java.util.List;

/** Cuts a range of numbers into splits of equal size, or as near to that as numbers allow. */
final class NumberSequences {

    private NumberSequences() {}

    /** The splits of {@code first} to {@code last}, one per reader; fewer when there are fewer numbers. */
    static List<NumberSequenceSplit> cut(long first, long last, int readers) {
        List<NumberSequenceSplit> splits = new ArrayList<>();
        if (first > last) {
            return splits;
        }
        // unsigned, and one less than the number of numbers, because that may be 2^64
        long steps = last - first;
        long quotient = Long.divideUnsigned(steps, readers);
        long remainder = Long.remainderUnsigned(steps, readers);
        long next = first;
        for (int i = 0; i < readers; i++) {
            if (i > remainder && quotient == 0) {
                break;
            }
            long end = next + quotient - (i <= remainder ? 0 : 1);
            splits.add(new NumberSequenceSplit(Integer.toString(i), next, end));
            next = end + 1;
        }
        return splits;
    }
}
