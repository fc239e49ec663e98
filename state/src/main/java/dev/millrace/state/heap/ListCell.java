package dev.millrace.state.heap;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The list of a row, never changed: appending makes a new cell. Cells that follow from each other share one array, of which
 * each sees only its own beginning, so a snapshot keeps the list it had without a copy.
 *
 * @param mutable whether one of the items is
 */
record ListCell(Object[] items, int size, boolean mutable) {

    private static final int CAPACITY_FIRST = 4;

    /** A list of values that are ours, and immutable or copied. */
    static ListCell of(List<?> values, Values kind) {
        Object[] items = values.toArray();
        boolean mutable = false;
        for (int i = 0; i < items.length; i++) {
            mutable |= !kind.immutable(items[i]);
        }
        return new ListCell(items, items.length, mutable);
    }

    /** The list {@code before} (or none, if null) with a value more. Only the newest cell of an array is ever appended to. */
    static ListCell append(ListCell before, Object value, boolean mutableValue) {
        if (before == null) {
            Object[] items = new Object[CAPACITY_FIRST];
            items[0] = value;
            return new ListCell(items, 1, mutableValue);
        }
        Object[] items = before.items;
        if (before.size == items.length) {
            items = Arrays.copyOf(items, Math.max(CAPACITY_FIRST, items.length * 2));
        }
        items[before.size] = value;
        return new ListCell(items, before.size + 1, before.mutable || mutableValue);
    }

    /** The same list with copies of its mutable items, in an array of its own. */
    ListCell copy(Values kind) {
        Object[] copies = Arrays.copyOf(items, size);
        for (int i = 0; i < size; i++) {
            copies[i] = kind.copy(copies[i]);
        }
        return new ListCell(copies, size, mutable);
    }

    /** The items as user code sees them: a list that cannot be changed. */
    List<Object> view() {
        return new AbstractList<>() {
            @Override
            public Object get(int place) {
                return items[Objects.checkIndex(place, size)];
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Object> iterator() {
                return ListCell.this.iterator();
            }
        };
    }

    /** The items, in order; cannot be removed from. */
    Iterator<Object> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Object next() {
                if (next == size) {
                    throw new NoSuchElementException();
                }
                return items[next++];
            }
        };
    }
}
