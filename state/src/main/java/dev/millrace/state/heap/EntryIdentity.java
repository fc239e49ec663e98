package dev.millrace.state.heap;

import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;

/** Rows of map entries, found by the row of their map and the user's key. */
final class EntryIdentity implements Identity {

    private final TypeSystem types;
    private int map;
    private Object userKey;

    EntryIdentity(TypeSystem types) {
        this.types = types;
    }

    /** Sets what is looked for, and answers its hash. */
    int set(int wantedMap, Object wantedKey) {
        map = wantedMap;
        userKey = wantedKey;
        return Mix.pair(wantedMap, types.hash(wantedKey));
    }

    @Override
    public boolean is(Table table, int row) {
        return table.holds(0, row, map) && table.holds(1, row, userKey);
    }

    @Override
    public void store(Table table, int row) {
        table.setId(0, row, map);
        table.setId(1, row, types.copy(userKey));
    }

    @Override
    public int hash(Table table, int row) {
        int ofMap = (int) ((LongColumn) table.id(0)).getLong(row, Table.ABSENT);
        return Mix.pair(ofMap, types.hash(table.id(1).get(row)));
    }
}
