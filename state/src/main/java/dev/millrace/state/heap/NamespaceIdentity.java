package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/** Rows found by a key and a namespace. */
final class NamespaceIdentity implements Identity {

    private final TypeSystem types;
    private Object key;
    private Object namespace;

    NamespaceIdentity(TypeSystem types) {
        this.types = types;
    }

    void set(Object wantedKey, Object wantedNamespace) {
        key = wantedKey;
        namespace = wantedNamespace;
    }

    @Override
    public boolean is(Table table, int row) {
        return table.holds(1, row, namespace) && table.holds(0, row, key);
    }

    @Override
    public void store(Table table, int row) {
        table.setId(0, row, types.copy(key));
        table.setId(1, row, namespace);
    }

    @Override
    public int hash(Table table, int row) {
        return Mix.pair(types.hash(table.id(0).get(row)), types.hash(table.id(1).get(row)));
    }
}
