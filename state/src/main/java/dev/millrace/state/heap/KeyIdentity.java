package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;

/**
 * Rows found by a key alone. A {@link Long} is looked for and stored unboxed.
 */
final class KeyIdentity implements Identity {

    private final TypeSystem types;
    private long number;

    /** Null when the key is {@link #number}. */
    private Object key;

    KeyIdentity(TypeSystem types) {
        this.types = types;
    }

    void set(Object wanted) {
        if (wanted instanceof Long whole) {
            set((long) whole);
        } else {
            key = wanted;
        }
    }

    void set(long wanted) {
        number = wanted;
        key = null;
    }

    @Override
    public boolean is(Table table, int row) {
        return key == null ? table.holds(0, row, number) : table.holds(0, row, key);
    }

    @Override
    public void store(Table table, int row) {
        if (key == null) {
            table.setId(0, row, number);
        } else if (key instanceof String text) {
            table.setId(0, row, text);
        } else {
            table.setId(0, row, types.copy(key));
        }
    }

    /** Writes what is looked for into a row that hands it out soon: a text remains an object. */
    void storeToRead(Table table, int row) {
        if (key == null) {
            table.setId(0, row, number);
        } else {
            table.setId(0, row, types.copy(key));
        }
    }

    @Override
    public int hash(Table table, int row) {
        return types.hash(table.id(0).get(row));
    }
}
