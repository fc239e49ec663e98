package dev.millrace.state.heap;

import dev.millrace.core.type.FlatLayout;

/** Pages of a flat record: one array per field, and behind them the bits that say which rows have a value. */
record FlatFormat(FlatLayout layout, Class<?> valueClass) implements PageFormat {

    @Override
    public Object empty() {
        Object[] fields = layout.newColumns(Pages.ROWS);
        Object[] page = new Object[fields.length + 1];
        System.arraycopy(fields, 0, page, 0, fields.length);
        page[fields.length] = new long[Pages.ROWS / Long.SIZE];
        return page;
    }

    @Override
    public Object copy(Object page) {
        Object[] copy = ((Object[]) page).clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copyOfArray(copy[i]);
        }
        return copy;
    }

    @Override
    public int bytes() {
        return layout.columns().size() * (Pages.ROWS * Long.BYTES + 16);
    }

    boolean has(Object[] page, int row) {
        return page != null && (bits(page)[(row & Pages.MASK) >>> 6] & 1L << row) != 0;
    }

    long[] bits(Object[] page) {
        return (long[]) page[page.length - 1];
    }

    /** Reads what stands in the wide fields of a place. */
    static long touch(Object[] page, int index) {
        long sum = 0;
        for (int field = page.length - 2; field >= 0; field--) {
            if (page[field] instanceof long[] longs) {
                sum += longs[index];
            } else if (page[field] instanceof Object[] references) {
                sum += references[index] == null ? 0 : 1;
            } else if (page[field] instanceof double[] doubles) {
                sum += (long) doubles[index];
            }
        }
        return sum;
    }

    private static Object copyOfArray(Object array) {
        if (array instanceof long[] longs) {
            return longs.clone();
        }
        if (array instanceof Object[] references) {
            return references.clone();
        }
        if (array instanceof int[] ints) {
            return ints.clone();
        }
        if (array instanceof double[] doubles) {
            return doubles.clone();
        }
        if (array instanceof boolean[] booleans) {
            return booleans.clone();
        }
        if (array instanceof float[] floats) {
            return floats.clone();
        }
        if (array instanceof short[] shorts) {
            return shorts.clone();
        }
        if (array instanceof char[] chars) {
            return chars.clone();
        }
        return ((byte[]) array).clone();
    }
}
