package dev.millrace.state.heap;

import dev.millrace.core.code.Aside;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.core.type.codec.Mix;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * The states that are kept per key, or per key and namespace of one name; a table per key group, and the row of what is
 * selected. Owned by the operator's thread.
 */
final class KeySpace {

    /** The name of the space whose states are kept per key alone. */
    static final String PLAIN = "";

    /** In place of a row: what is selected has been looked up, and has none. */
    private static final int NONE = -2;

    private static final Aside INSERT = Aside.to(MethodHandles.lookup(), KeySpace.class, "insert");

    private final String name;
    private final GroupLookup groups;
    private final Selection selection;
    private final TypeSystem types;
    private final Values identities;
    private final KeyIdentity keys;
    private final NamespaceIdentity namespaces;
    private final Table[] tables;
    /** The slots of each table, by its place. */
    private final long[][] slots;

    private final RowPages numbers;
    private final SharedColumns keyColumns;
    private final List<StateEntry> states = new ArrayList<>();
    /** Per state its columns, by the place of their table. */
    private final List<Column[]> columns = new ArrayList<>();

    private final PendingRows pending = new PendingRows();
    private Object namespace;
    private int namespaceHash;
    /** The place of the table of the row that was asked for last: a reference would cost the collector's barriers. */
    private int place;

    private int row = Table.ABSENT;
    private int sweeps;

    KeySpace(
            String name,
            Selection selection,
            GroupLookup groups,
            TypeSystem types,
            Versions versions,
            Values identities) {
        this.name = name;
        this.groups = groups;
        this.selection = selection;
        this.types = types;
        this.identities = identities;
        boolean plain = name.equals(PLAIN);
        this.keys = plain ? new KeyIdentity(types) : null;
        this.namespaces = plain ? null : new NamespaceIdentity(types);
        this.tables = new Table[groups.owned().size()];
        this.slots = new long[tables.length][];
        this.numbers = new RowPages(versions, groups.owned().last());
        SharedColumns[] shared = SharedColumns.of(numbers, plain ? 1 : 2);
        Table.Ids found = new Table.Ids(plain ? keys : namespaces, identities, shared.length, shared);
        this.keyColumns = shared[0];
        for (int i = 0; i < tables.length; i++) {
            int group = groups.owned().first() + i;
            tables[i] = new Table(numbers, group, slots, i, found);
        }
    }

    String name() {
        return name;
    }

    boolean plain() {
        return keys != null;
    }

    List<StateEntry> states() {
        return states;
    }

    Table table(int place) {
        return tables[place];
    }

    /** The slots of each table, by its place. */
    long[][] slots() {
        return slots;
    }

    /** The keys of all rows, if they lie in one column; else null. */
    ValueColumn allKeys() {
        return keyColumns.only();
    }

    /** Selects nothing; the next access looks the selected key up. */
    void unselect() {
        row = Table.ABSENT;
    }

    /**
     * Selects a row that has been looked up. One that was not there is looked for at once: were it done by the handles, their
     * code, which is part of the user's function, would be full of it.
     */
    void select(int foundPlace, int foundRow) {
        place = foundPlace;
        row = foundRow;
        if (foundRow == Table.ABSENT) {
            lookUp();
        }
    }

    void useNamespace(Object selected) {
        if (selected == null) {
            throw new IllegalArgumentException("A namespace of '" + name + "' is null; namespaces are never null");
        }
        if (selected != namespace) {
            namespace = selected;
            namespaceHash = types.hash(selected);
        }
        row = Table.ABSENT;
        sweepIfMany();
    }

    /** The row of what is selected, or a negative number. */
    int row() {
        if (row == Table.ABSENT) {
            lookUp();
        }
        return row;
    }

    private void lookUp() {
        int hash = aim();
        int found = tables[place].find(hash);
        row = found < 0 ? NONE : found;
    }

    /** The row of what is selected, made if it is not there. */
    int rowToWrite() {
        if (row() < 0) {
            INSERT.call(this, 0);
        }
        return row;
    }

    /** Makes the row of what is selected; called {@link Aside}. */
    private void insert(int unused) {
        int hash = aim();
        row = tables[place].insert(hash);
    }

    /** The columns of a state by the place of their table, to be read only. */
    Column[] columns(int state) {
        return columns.get(state);
    }

    /** The place of the table of the row that was asked for last. */
    int place() {
        return place;
    }

    /** The table of the row that was asked for last. */
    Table table() {
        return tables[place];
    }

    private int aim() {
        int hash = selection.hash();
        place = groups.place(hash);
        if (keys != null) {
            selection.aim(keys);
            return hash;
        }
        if (namespace == null) {
            throw new IllegalStateException("No namespace of '" + name + "' is selected; call use(namespace) first");
        }
        selection.aim(namespaces.key());
        namespaces.set(namespace);
        return Mix.pair(hash, namespaceHash);
    }

    /** Finds or makes the row of a key (and namespace, else null) that a snapshot holds. */
    int restoreRow(int place, Object key, Object ofNamespace) {
        if (keys != null) {
            keys.set(key);
            return tables[place].insert(types.hash(key));
        }
        namespaces.key().set(key);
        namespaces.set(ofNamespace);
        return tables[place].insert(Mix.pair(types.hash(key), types.hash(ofNamespace)));
    }

    /** A value in a row was cleared: the row goes once it is empty and no longer selected. */
    void cleared(Table of, int clearedRow) {
        if (of.isEmpty(clearedRow)) {
            pending.add(of, clearedRow);
        }
    }

    /** Gives up the rows of a key; none is selected then. */
    void forget(Object key, int hash) {
        sweep();
        row = Table.ABSENT;
        if (tables[groups.place(hash)].forget(key)) {
            sweeps++;
        }
    }

    /** Gives up empty rows. Rows looked up before are good no more. */
    void sweep() {
        if (pending.size() > 0) {
            pending.sweep();
            sweeps++;
        }
    }

    void sweepIfMany() {
        if (pending.size() >= PendingRows.ROWS_MAX) {
            sweep();
        }
    }

    /** What is known of keys. */
    Values identities() {
        return identities;
    }

    /** Where rows wait to be given up. */
    PendingRows pending() {
        return pending;
    }

    /** About how many rows there are: a table in the middle stands for all, as hashes are spread evenly. */
    int rows() {
        return tables[tables.length / 2].size() * tables.length;
    }

    /** How often rows were given up. */
    int sweeps() {
        return sweeps;
    }

    /** The state of this name, which a snapshot holds or the program asks for. */
    StateEntry state(String stateName, StateKind kind) {
        StateEntry entry = find(stateName);
        if (entry == null) {
            entry = new StateEntry(states.size(), stateName, kind);
            states.add(entry);
            Column[] byPlace = new Column[tables.length];
            columns.add(byPlace);
            SharedColumns common = new SharedColumns(numbers);
            for (Table each : tables) {
                each.addState(byPlace, common);
            }
        }
        return entry;
    }

    /** What the program asks for; refuses another kind or type than is known. */
    StateEntry ask(String stateName, StateKind kind, TypeInformation<?> type, TypeInformation<?> keyType) {
        StateEntry entry = state(stateName, kind);
        entry.require(kind, type, keyType, groups.operator());
        return entry;
    }

    private StateEntry find(String stateName) {
        for (StateEntry entry : states) {
            if (entry.name().equals(stateName)) {
                return entry;
            }
        }
        return null;
    }

    /** Walks the keys that have a value in a state; of a plain space only. */
    Iterator<Object> keysOf(String stateName) {
        StateEntry entry = find(stateName);
        return entry == null ? Collections.emptyIterator() : new KeyWalk(tables, entry.index(), types);
    }

    int groupCount() {
        return tables.length;
    }

    String operator() {
        return groups.operator();
    }
}
