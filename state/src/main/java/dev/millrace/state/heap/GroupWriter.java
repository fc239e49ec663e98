package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.Arrays;

/**
 * Writes the tables of one key group.
 *
 * <pre>
 * group  = space* (timers of each domain)
 * space  = rows:varint  [keys [namespaces] state*]                      (what is in brackets only when there are rows)
 * keys   = 0:byte kind:byte primitive* | 1:byte (canonical key)*
 * state  = 0:byte | 1:byte bits payloadLength:varint payload            (a bit per row: whether it has a value)
 * payload of a map  = (size:varint)* userKeys values
 * payload of a list = (size:varint)* values
 * payload of others = values                                            (see ValuesWriter)
 * timers = rows:varint [keys namespaces timestamps as keys]
 * </pre>
 */
final class GroupWriter {

    static final int PRIMITIVE_KEYS = 0;
    static final int CANONICAL_KEYS = 1;

    private final TypeSystem types;
    private final BytesOutput out;

    GroupWriter(TypeSystem types, BytesOutput out) {
        this.types = types;
        this.out = out;
    }

    /** Writes a space, and answers its number of rows. Rows in which no state has a value are left out. */
    int space(FrozenStore.Space space, Table.Frozen table) throws IOException {
        int[] rows = filled(table.live(), table.columns());
        out.writeVarInt(rows.length);
        if (rows.length > 0) {
            keys(table.ids()[0], rows);
            if (!space.plain()) {
                keys(table.ids()[1], rows);
            }
            for (int state = 0; state < space.states().size(); state++) {
                state(space.states().get(state), table.columns()[state], rows);
            }
        }
        return rows.length;
    }

    /** Writes the timers of a domain, and answers their number. */
    int timers(Table.Frozen table) throws IOException {
        int[] rows = table.live();
        out.writeVarInt(rows.length);
        if (rows.length > 0) {
            for (FrozenColumn id : table.ids()) {
                keys(id, rows);
            }
        }
        return rows.length;
    }

    private void keys(FrozenColumn column, int[] rows) throws IOException {
        if (column instanceof FrozenColumn.Longs longs) {
            out.writeByte(PRIMITIVE_KEYS);
            out.writeByte(longs.kind().ordinal());
            for (int row : rows) {
                longs.kind().write(longs.get(row), out);
            }
        } else {
            out.writeByte(CANONICAL_KEYS);
            for (int row : rows) {
                types.writeKey(NullValue.unwrap(ValuesWriter.value(column, row)), out);
            }
        }
    }

    private void state(FrozenStore.Form state, FrozenColumn column, int[] rows) throws IOException {
        int[] present = filled(rows, column);
        out.writeBoolean(present.length > 0);
        if (present.length > 0) {
            bits(column, rows);
            BytesOutput payload = new BytesOutput();
            payload(state, column, present, payload);
            out.writeVarInt(payload.position());
            out.write(payload.array(), 0, payload.position());
        }
    }

    /** Those of the rows in which one of the columns has a value. */
    private static int[] filled(int[] rows, FrozenColumn... columns) {
        int[] filled = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (isFilled(columns, row)) {
                filled[count++] = row;
            }
        }
        return Arrays.copyOf(filled, count);
    }

    private static boolean isFilled(FrozenColumn[] columns, int row) {
        for (FrozenColumn column : columns) {
            if (column.has(row)) {
                return true;
            }
        }
        return false;
    }

    private void bits(FrozenColumn column, int[] rows) {
        int eight = 0;
        for (int i = 0; i < rows.length; i++) {
            eight |= column.has(rows[i]) ? 1 << (i & 7) : 0;
            if ((i & 7) == 7 || i == rows.length - 1) {
                out.writeByte(eight);
                eight = 0;
            }
        }
    }

    private void payload(FrozenStore.Form state, FrozenColumn column, int[] rows, BytesOutput payload)
            throws IOException {
        if (column instanceof FrozenColumn.Stored stored) {
            payload.write(stored.column().payload());
        } else if (column instanceof FrozenColumn.Maps maps) {
            maps(state, maps, rows, payload);
        } else if (state.kind() == StateKind.LIST) {
            lists(state, column, rows, payload);
        } else {
            ValuesWriter.column(column, rows, types, state.serializer(), payload);
        }
    }

    private void lists(FrozenStore.Form state, FrozenColumn column, int[] rows, BytesOutput payload)
            throws IOException {
        ValuesWriter values = new ValuesWriter(types, state.serializer());
        for (int row : rows) {
            ListCell list = (ListCell) ValuesWriter.value(column, row);
            payload.writeVarInt(list.size());
            for (int i = 0; i < list.size(); i++) {
                values.add(list.items()[i]);
            }
        }
        values.writeTo(payload);
    }

    private void maps(FrozenStore.Form state, FrozenColumn.Maps maps, int[] rows, BytesOutput payload)
            throws IOException {
        ValuesWriter keys = new ValuesWriter(types, state.keySerializer());
        ValuesWriter values = new ValuesWriter(types, state.serializer());
        for (int row : rows) {
            int size = 0;
            for (int entry = maps.first(row); entry >= 0; entry = maps.next(entry)) {
                keys.add(ValuesWriter.value(maps.entries().ids()[1], entry));
                values.add(ValuesWriter.value(maps.entries().columns()[0], entry));
                size++;
            }
            payload.writeVarInt(size);
        }
        keys.writeTo(payload);
        values.writeTo(payload);
    }
}
