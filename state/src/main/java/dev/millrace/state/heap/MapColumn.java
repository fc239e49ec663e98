package dev.millrace.state.heap;

/**
 * The maps of one state in one key group. All entries stand in one table, found by the row of their map and the user's key;
 * the entries of a map are linked in the order in which they were put. So a small map costs little, and a large one is in
 * pages like all else.
 */
final class MapColumn implements Column {

    private static final int VALUE = 0;
    private static final int NONE = Table.ABSENT;

    private final EntryIdentity identity;
    private final PendingRows pending;
    private final Table entries;

    /** Per map its first entry in the upper half, its last in the lower. */
    private final LongColumn heads;

    /** Per entry the one before it in the upper half, the one after it in the lower. */
    private final LongColumn links;

    MapColumn(Table maps, LongColumn heads, EntryIdentity identity, Values keys, PendingRows pending) {
        this.identity = identity;
        this.pending = pending;
        this.entries = Table.alone(maps.numbers().versions(), maps.group(), keys, identity, 2);
        entries.addState(new Column[1], null);
        this.heads = heads;
        this.links = new LongColumn(Primitive.LONG, entries.numbers());
    }

    /** The entry of a user key, or {@link Table#ABSENT}. */
    int find(int map, Object userKey) {
        int entry = entries.find(identity.set(map, userKey));
        return entry >= 0 && values().has(entry) ? entry : NONE;
    }

    void put(int map, Object userKey, Object value, Values kind) {
        int hash = identity.set(map, userKey);
        int entry = entries.find(hash);
        if (entry < 0) {
            entry = entries.insert(hash);
        }
        if (entries.column(VALUE) == null || !values().has(entry)) {
            append(map, entry);
        }
        entries.put(VALUE, kind, entry, value);
    }

    /** The values of entries; there are some. */
    ValueColumn values() {
        return (ValueColumn) entries.column(VALUE);
    }

    Object userKey(int entry) {
        return entries.id(1).get(entry);
    }

    void setValue(int entry, Object value, Values kind) {
        entries.put(VALUE, kind, entry, value);
    }

    /** The first entry of a map, or {@link Table#ABSENT}. */
    int first(int map) {
        return upper(heads.getLong(map, pack(NONE, NONE)));
    }

    /** The entry after this one, or {@link Table#ABSENT}; it may have been removed, and this one too. */
    int next(int entry) {
        return (int) links.getLong(entry, pack(NONE, NONE));
    }

    /** Removes an entry that is there. Its link stays, for whoever walks the map. */
    void remove(int map, int entry) {
        long link = links.getLong(entry, 0);
        int before = upper(link);
        int after = (int) link;
        long head = heads.getLong(map, 0);
        int first = before == NONE ? after : upper(head);
        int last = after == NONE ? before : (int) head;
        if (before != NONE) {
            links.setLong(before, pack(upper(links.getLong(before, 0)), after));
        }
        if (after != NONE) {
            links.setLong(after, pack(before, (int) links.getLong(after, 0)));
        }
        if (first == NONE) {
            heads.clear(map);
        } else {
            heads.setLong(map, pack(first, last));
        }
        values().clear(entry);
        pending.add(entries, entry);
    }

    private void append(int map, int entry) {
        long head = heads.getLong(map, pack(NONE, NONE));
        int last = (int) head;
        links.setLong(entry, pack(last, NONE));
        if (last == NONE) {
            heads.setLong(map, pack(entry, entry));
        } else {
            links.setLong(last, pack(upper(links.getLong(last, 0)), entry));
            heads.setLong(map, pack(upper(head), entry));
        }
    }

    static int upper(long packed) {
        return (int) (packed >> 32);
    }

    private static long pack(int upper, int lower) {
        return (long) upper << 32 | lower & 0xffff_ffffL;
    }

    @Override
    public boolean has(int row) {
        return heads.has(row);
    }

    @Override
    public void clear(int row) {
        for (int entry = first(row); entry != NONE; entry = next(entry)) {
            values().clear(entry);
            pending.add(entries, entry);
        }
        heads.clear(row);
    }

    @Override
    public FrozenColumn.Maps freeze() {
        return new FrozenColumn.Maps(heads.freeze(), links.freeze(), entries.freeze());
    }
}
