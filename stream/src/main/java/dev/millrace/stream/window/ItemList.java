package dev.millrace.stream.window;

import java.util.Arrays;
import java.util.List;

/**
 * The first records of a window that keeps all of them. It is part of {@link KeyTotals}, so every field is state. It is
 * bounded, because it is copied as a whole when a snapshot has it too; what comes after that is {@link SpilledItems}.
 */
final class ItemList {

    static final int ITEMS_MAX = 256;

    private static final int ITEMS_FIRST = 2;

    private Object[] items = new Object[ITEMS_FIRST];
    private int size;
    private boolean spilled;

    /** Whether a record is taken; one that is not has to be kept elsewhere. */
    boolean takes() {
        spilled |= size == ITEMS_MAX;
        return !spilled;
    }

    void add(Object item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /** Whether further records are kept elsewhere. */
    boolean isSpilled() {
        return spilled;
    }

    List<Object> items() {
        return Arrays.asList(size == items.length ? items : Arrays.copyOf(items, size));
    }
}
