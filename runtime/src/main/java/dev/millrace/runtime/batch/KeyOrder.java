package dev.millrace.runtime.batch;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which keys are worked off: by their structural hash, keys of one hash by their canonical bytes. It depends on
 * nothing but the keys, so another attempt, or another machine, comes to the same. Owned by the task's thread.
 */
final class KeyOrder {

    private final KeyGroups groups;
    /** Per key its hash, in unsigned order, and its number. */
    private final long[] order;

    private int next;

    KeyOrder(KeyGroups groups, TypeSystem types) {
        this.groups = groups;
        this.order = new long[groups.size()];
        for (int group = 0; group < order.length; group++) {
            order[group] = (long) (groups.hash(group) ^ Integer.MIN_VALUE) << 32 | group;
        }
        Arrays.sort(order);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && order[to] >>> 32 == order[from] >>> 32) {
                to++;
            }
            if (to > from + 1) {
                sortByBytes(from, to, types);
            }
        }
    }

    /** The number of the next key, or {@link KeyGroups#NONE}. */
    int next() {
        return next == order.length ? KeyGroups.NONE : (int) order[next++];
    }

    /** A key with its canonical bytes. */
    private record Written(long place, byte[] bytes) {}

    private void sortByBytes(int from, int to, TypeSystem types) {
        List<Written> written = new ArrayList<>();
        for (int place = from; place < to; place++) {
            written.add(new Written(order[place], bytes(groups.key((int) order[place]), types)));
        }
        written.sort(Comparator.comparing(Written::bytes, Arrays::compareUnsigned));
        for (int place = from; place < to; place++) {
            order[place] = written.get(place - from).place();
        }
    }

    private static byte[] bytes(Object key, TypeSystem types) {
        BytesOutput out = new BytesOutput();
        try {
            types.writeKey(key, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
