package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/** Rows of timers, found by key, namespace and timestamp. */
final class TimerIdentity implements Identity {

    /** Where {@link KeyIdentity} has it. */
    static final int KEY = 0;

    static final int NAMESPACE = 1;
    static final int TIMESTAMP = 2;

    private final TypeSystem types;
    private final KeyIdentity key;
    private Object namespace = NullValue.NULL;
    private int namespaceHash = Mix.NULL;
    private long timestamp;

    TimerIdentity(TypeSystem types) {
        this.types = types;
        this.key = new KeyIdentity(types);
    }

    /** What keys are looked for by; to be set too. */
    KeyIdentity key() {
        return key;
    }

    /** Sets what else is looked for, and answers the hash of all. */
    int set(int keyHash, Object wantedNamespace, long wantedTimestamp) {
        timestamp = wantedTimestamp;
        if (NullValue.wrap(wantedNamespace) != namespace) {
            namespace = NullValue.wrap(wantedNamespace);
            namespaceHash = hash(namespace);
        }
        return hash(keyHash, namespaceHash, wantedTimestamp);
    }

    private int hash(Object ofNamespace) {
        return ofNamespace == NullValue.NULL ? Mix.NULL : types.hash(ofNamespace);
    }

    private static int hash(int keyHash, int ofNamespace, long ofTimestamp) {
        return Mix.pair(Mix.pair(keyHash, ofNamespace), Mix.of(ofTimestamp));
    }

    @Override
    public boolean is(Table table, int row) {
        return table.holds(TIMESTAMP, row, timestamp) && table.holds(NAMESPACE, row, namespace) && key.is(table, row);
    }

    @Override
    public void store(Table table, int row) {
        key.storeToRead(table, row);
        table.setId(NAMESPACE, row, namespace);
        table.setId(TIMESTAMP, row, timestamp);
    }

    @Override
    public int hash(Table table, int row) {
        int keyHash = key.hash(table, row);
        return hash(keyHash, hash(table.id(NAMESPACE).get(row)), timestamp(table, row));
    }

    static long timestamp(Table table, int row) {
        return ((LongColumn) table.id(TIMESTAMP)).getLong(row, 0);
    }
}
