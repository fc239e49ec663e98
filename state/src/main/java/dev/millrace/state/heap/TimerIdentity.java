package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/** Rows of timers, found by key, namespace and timestamp. */
final class TimerIdentity implements Identity {

    static final int KEY = 0;
    static final int NAMESPACE = 1;
    static final int TIMESTAMP = 2;

    private final TypeSystem types;
    private Object key;
    private Object namespace = NullValue.NULL;
    private int namespaceHash = Mix.NULL;
    private long timestamp;

    TimerIdentity(TypeSystem types) {
        this.types = types;
    }

    /** Sets what is looked for, and answers its hash. */
    int set(Object wantedKey, int keyHash, Object wantedNamespace, long wantedTimestamp) {
        key = wantedKey;
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
        return table.holds(TIMESTAMP, row, timestamp)
                && table.holds(NAMESPACE, row, namespace)
                && table.holds(KEY, row, key);
    }

    @Override
    public void store(Table table, int row) {
        table.setId(KEY, row, types.copy(key));
        table.setId(NAMESPACE, row, namespace);
        table.setId(TIMESTAMP, row, timestamp);
    }

    @Override
    public int hash(Table table, int row) {
        int keyHash = types.hash(table.id(KEY).get(row));
        return hash(keyHash, hash(table.id(NAMESPACE).get(row)), timestamp(table, row));
    }

    static long timestamp(Table table, int row) {
        return ((LongColumn) table.id(TIMESTAMP)).getLong(row, 0);
    }
}
