package dev.millrace.state.heap;

import java.util.Arrays;

/**
 * The rows of one key group. What a row is found by stands in the identity columns, the states stand in the others. Rows
 * are found by an index of {@link Slots}. Those that are given up are used again.
 */
final class Table {

    static final int ABSENT = -1;

    private static final int[] NO_ROWS = {};
    private static final Column[][] NO_COLUMNS = {};
    private static final SharedColumns[] NONE_SHARED = {};

    private final RowPages numbers;
    private final int group;
    private final Values keys;
    private final Identity identity;
    private final SharedColumns[] sharedIds;
    private final ValueColumn[] ids;
    private final int place;
    /** The columns of each state in all tables of a space: this table's are those at its place. */
    private Column[][] columns = NO_COLUMNS;

    /** What the tables of a space have in common, per state. */
    private SharedColumns[] shared = NONE_SHARED;

    /** The index of each table of a space, at its place. */
    private final long[][] slots;

    /** With so many rows the index is full. */
    private int usedMax;

    private int used;
    /** How many rows were ever used; they are those of the first pages. */
    private int rows;

    private int[] pages = NO_ROWS;
    private int pageCount;
    private int[] free = NO_ROWS;
    private int freeCount;

    /**
     * What rows are found by.
     *
     * @param identity shared by the tables of all groups
     * @param values what is known of the values of identity columns
     * @param count how many columns it stands in
     * @param shared these columns for all tables of a space, or null for a table by itself
     */
    record Ids(Identity identity, Values values, int count, SharedColumns[] shared) {}

    /**
     * @param numbers of the rows
     * @param slots the slots of all tables of the space
     * @param place the place of the group among those of the space
     */
    Table(RowPages numbers, int group, long[][] slots, int place, Ids ids) {
        this.numbers = numbers;
        this.group = group;
        this.slots = slots;
        this.place = place;
        this.keys = ids.values();
        this.identity = ids.identity();
        this.sharedIds = ids.shared();
        this.ids = new ValueColumn[ids.count()];
        slots[place] = Slots.NONE;
    }

    /** A table by itself, which shares nothing. */
    static Table alone(Versions versions, int group, Values keys, Identity identity, int idCount) {
        RowPages numbers = new RowPages(versions, group);
        return new Table(numbers, group, new long[1][], 0, new Ids(identity, keys, idCount, null));
    }

    /** A table at one moment; {@code rows} were ever used, which are those of the first pages. */
    record Frozen(int rows, int[] pages, FrozenColumn[] ids, FrozenColumn[] columns) {

        /** The rows that are there, in rising order. */
        int[] live() {
            int[] live = new int[rows];
            int count = 0;
            for (int i = 0; i < rows; i++) {
                int row = number(pages, i);
                if (ids[0].has(row)) {
                    live[count++] = row;
                }
            }
            return Arrays.copyOf(live, count);
        }
    }

    int group() {
        return group;
    }

    RowPages numbers() {
        return numbers;
    }

    int size() {
        return used;
    }

    /** How many rows were ever used. */
    int rows() {
        return rows;
    }

    /** The number of one of the rows that were ever used; they rise. */
    int row(int i) {
        return number(pages, i);
    }

    private static int number(int[] pages, int i) {
        return pages[i >>> Pages.SHIFT] << Pages.SHIFT | i & Pages.MASK;
    }

    ValueColumn id(int place) {
        return ids[place];
    }

    /** A state's column, or null when the state has no value in this group. */
    Column column(int state) {
        return columns[state][place];
    }

    /** Makes room for one more state, whose columns in all tables of the space stand side by side. */
    void addState(Column[] byPlace, SharedColumns common) {
        columns = Arrays.copyOf(columns, columns.length + 1);
        columns[columns.length - 1] = byPlace;
        shared = Arrays.copyOf(shared, columns.length);
        shared[columns.length - 1] = common;
    }

    /** What the tables of the space have in common for a state. */
    SharedColumns shared(int state) {
        return shared[state];
    }

    void column(int state, Column column) {
        columns[state][place] = column;
    }

    /** The row of what the identity is set to, or {@link #ABSENT}. */
    int find(int hash) {
        long[] table = slots[place];
        int mask = table.length - 1;
        for (int i = hash & mask; table[i] != 0; i = i + 1 & mask) {
            if ((int) (table[i] >>> 32) == hash && identity.is(this, (int) table[i] - 1)) {
                return (int) table[i] - 1;
            }
        }
        return ABSENT;
    }

    /** Adds a row, which is not there yet, for what the identity is set to. */
    int insert(int hash) {
        if (used >= usedMax) {
            grow();
        }
        int row = freeCount > 0 ? free[--freeCount] : newRow();
        identity.store(this, row);
        Slots.put(slots[place], hash, row);
        used++;
        return row;
    }

    private int newRow() {
        int page = rows >>> Pages.SHIFT;
        if (page == pageCount) {
            pages = pageCount == pages.length ? Arrays.copyOf(pages, Math.max(1, pageCount * 2)) : pages;
            pages[pageCount++] = numbers.take(group);
        }
        return row(rows++);
    }

    private void grow() {
        long[] larger = Slots.larger(slots[place]);
        numbers.versions().reserve((long) (larger.length - slots[place].length) * Long.BYTES);
        slots[place] = larger;
        usedMax = Slots.rowsMax(slots[place]);
    }

    /** Sets a part of a row's identity. */
    void setId(int place, int row, Object value) {
        ids[place] = put(ids[place], sharedId(place), keys, row, value);
    }

    /** Sets a part of a row's identity that is a long. */
    void setId(int place, int row, long value) {
        if (ids[place] == null) {
            ids[place] = common(sharedId(place), new LongColumn(Primitive.LONG, numbers));
        }
        if (ids[place] instanceof LongColumn longs && longs.kind() == Primitive.LONG) {
            longs.setLong(row, value);
        } else {
            setId(place, row, (Object) value);
        }
    }

    /** Sets a part of a row's identity that is a text, to be compared more often than it is read. */
    void setId(int place, int row, String text) {
        if (ids[place] == null) {
            ids[place] = common(sharedId(place), new TextColumn(keys, numbers));
        }
        setId(place, row, (Object) text);
    }

    /** Whether a part of a row's identity is this value. */
    boolean holds(int place, int row, Object value) {
        ValueColumn column = ids[place];
        if (column instanceof LongColumn longs) {
            return value.getClass() == longs.kind().boxed()
                    && longs.holds(row, longs.kind().unbox(value));
        }
        if (column instanceof TextColumn texts) {
            return value instanceof String text && texts.holds(row, text);
        }
        Object stored = column.get(row);
        if (stored == value) {
            return true;
        }
        if (stored == NullValue.NULL || value == NullValue.NULL) {
            return false;
        }
        return stored instanceof String text ? text.equals(value) : keys.types().equal(stored, value);
    }

    boolean holds(int place, int row, long value) {
        return ids[place] instanceof LongColumn longs && longs.kind() == Primitive.LONG
                ? longs.holds(row, value)
                : holds(place, row, (Object) value);
    }

    /** Sets the value of a state, in a column that fits it. */
    void put(int state, Values values, int row, Object value) {
        columns[state][place] = put((ValueColumn) columns[state][place], shared[state], values, row, value);
    }

    private ValueColumn put(ValueColumn column, SharedColumns shared, Values values, int row, Object value) {
        ValueColumn fitting = column == null ? common(shared, values.columnFor(value, numbers)) : column;
        if (fitting.set(row, value)) {
            return fitting;
        }
        ValueColumn objects = common(shared, new ObjectColumn(values, numbers));
        for (int i = 0; i < rows; i++) {
            Object moved = fitting.get(row(i));
            if (moved != null) {
                objects.set(row(i), moved);
            }
        }
        drop(fitting);
        objects.set(row, value);
        return objects;
    }

    private SharedColumns sharedId(int place) {
        return sharedIds == null ? null : sharedIds[place];
    }

    private static ValueColumn common(SharedColumns shared, ValueColumn made) {
        return shared == null ? made : shared.common(made);
    }

    /** Gives up what a column holds of this table. */
    void drop(ValueColumn column) {
        for (int i = 0; i < pageCount; i++) {
            column.drop(pages[i]);
        }
    }

    boolean isEmpty(int row) {
        for (Column[] byPlace : columns) {
            Column column = byPlace[place];
            if (column != null && column.has(row)) {
                return false;
            }
        }
        return true;
    }

    /** Gives a row up if it is there and no state has a value in it. */
    void removeIfEmpty(int row) {
        if (ids[0].has(row) && isEmpty(row)) {
            remove(row, identity.hash(this, row));
        }
    }

    /** Gives up the rows of a key with all their values; false when there are none. */
    boolean forget(Object key) {
        int before = used;
        for (int i = 0; i < rows && used > 0; i++) {
            int row = row(i);
            if (ids[0].has(row) && holds(0, row, key)) {
                for (Column[] byPlace : columns) {
                    if (byPlace[place] != null) {
                        byPlace[place].clear(row);
                    }
                }
                remove(row, identity.hash(this, row));
            }
        }
        if (used == 0) {
            rows = 0; // so that the next key does not look through the rows of this one
            freeCount = 0;
        }
        return used < before;
    }

    /** Gives a row up. */
    void remove(int row, int hash) {
        Slots.remove(slots[place], hash, row);
        used--;
        for (ValueColumn id : ids) {
            id.clear(row);
        }
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(16, free.length * 2));
        }
        free[freeCount++] = row;
    }

    Frozen freeze() {
        FrozenColumn[] states = new FrozenColumn[columns.length];
        for (int state = 0; state < states.length; state++) {
            states[state] = frozen(columns[state][place]);
        }
        FrozenColumn[] identities = new FrozenColumn[ids.length];
        for (int i = 0; i < ids.length; i++) {
            identities[i] = frozen(ids[i]);
        }
        return new Frozen(rows, pages, identities, states);
    }

    private static FrozenColumn frozen(Column column) {
        return column == null ? new FrozenColumn.None() : column.freeze();
    }
}
