package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/** Rows found by a key and a namespace. */
final class NamespaceIdentity implements Identity {

    private final TypeSystem types;
    private final KeyIdentity key;
    private Object namespace;

    NamespaceIdentity(TypeSystem types) {
        this.types = types;
        this.key = new KeyIdentity(types);
    }

    /** What keys are looked for by; to be set too. */
    KeyIdentity key() {
        return key;
    }

    void set(Object wantedNamespace) {
        namespace = wantedNamespace;
    }

    @Override
    public boolean is(Table table, int row) {
        return table.holds(1, row, namespace) && key.is(table, row);
    }

    @Override
    public void store(Table table, int row) {
        key.store(table, row);
        table.setId(1, row, namespace);
    }

    @Override
    public int hash(Table table, int row) {
        return Mix.pair(key.hash(table, row), types.hash(table.id(1).get(row)));
    }
}
