package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;

/** Rows found by a key alone. */
final class KeyIdentity implements Identity {

    private final TypeSystem types;
    private Object key;

    KeyIdentity(TypeSystem types) {
        this.types = types;
    }

    void set(Object wanted) {
        key = wanted;
    }

    @Override
    public boolean is(Table table, int row) {
        return table.holds(0, row, key);
    }

    @Override
    public void store(Table table, int row) {
        table.setId(0, row, types.copy(key));
    }

    @Override
    public int hash(Table table, int row) {
        return types.hash(table.id(0).get(row));
    }
}
