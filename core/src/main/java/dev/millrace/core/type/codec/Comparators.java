package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** How the comparator of a sorted collection is written: a number for the known ones, a tagged value for a user's. */
final class Comparators {

    private static final List<Comparator<?>> KNOWN =
            List.of(Comparator.<Integer>naturalOrder(), Collections.reverseOrder(), String.CASE_INSENSITIVE_ORDER);
    private static final int NONE = 0;
    private static final int VALUE = 127;

    private Comparators() {}

    static void write(Comparator<?> comparator, Slot slot, DataOutputView out, Tags tags, int depth)
            throws IOException {
        int known = comparator == null ? NONE : KNOWN.indexOf(comparator) + 1;
        out.writeByte(comparator == null || known > 0 ? known : VALUE);
        if (comparator != null && known == 0) {
            slot.write(comparator, out, tags, depth);
        }
    }

    @SuppressWarnings("unchecked")
    static Comparator<Object> read(DataInputView in, Tags tags) throws IOException {
        int known = in.readByte();
        if (known == NONE) {
            return null;
        }
        return (Comparator<Object>) (known == VALUE ? Slot.read(in, tags) : KNOWN.get(known - 1));
    }
}
