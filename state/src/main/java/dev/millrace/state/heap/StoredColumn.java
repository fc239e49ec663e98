package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of a state in one key group as a snapshot holds them. They become a real column when the program asks for the
 * state, and are written again as they are when it never does. Never changed.
 */
final class StoredColumn implements Column {

    private final int[] rows;
    private final byte[] payload;

    /**
     * @param rows the rows that have a value, rising
     * @param payload their values, as {@link GroupWriter} writes them
     */
    StoredColumn(int[] rows, byte[] payload) {
        this.rows = rows;
        this.payload = payload;
    }

    byte[] payload() {
        return payload;
    }

    @Override
    public boolean has(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    @Override
    public void clear(int row) {
        throw new AssertionError("a state that was not asked for has no handle that could clear it");
    }

    @Override
    public FrozenColumn.Stored freeze() {
        return new FrozenColumn.Stored(this);
    }

    /** Replaces itself in its table by a column that can be worked on. */
    void moveInto(KeySpace space, Table table, StateEntry entry) {
        table.column(entry.index(), null);
        try {
            BytesInput in = new BytesInput(payload);
            switch (entry.kind()) {
                case LIST -> lists(table, entry, in);
                case MAP -> maps(space, table, entry, in);
                default -> values(table, entry, in);
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(
                    "State '" + entry.name() + "' of operator '" + space.operator()
                            + "' cannot be read from the snapshot: " + damaged.getMessage(),
                    damaged);
        }
    }

    private void values(Table table, StateEntry entry, BytesInput in) throws IOException {
        Values values = entry.asked().values();
        ValuesReader reader = new ValuesReader(entry.name(), in, values.types(), values.serializer());
        for (int row : rows) {
            Object value = reader.next();
            values.immutable(value);
            table.put(entry.index(), values, row, value);
        }
    }

    private void lists(Table table, StateEntry entry, BytesInput in) throws IOException {
        Values values = entry.asked().values();
        int[] sizes = sizes(in);
        ValuesReader reader = new ValuesReader(entry.name(), in, values.types(), values.serializer());
        for (int i = 0; i < rows.length; i++) {
            List<Object> items = new ArrayList<>();
            for (int left = sizes[i]; left > 0; left--) {
                items.add(reader.next());
            }
            table.put(entry.index(), values, rows[i], ListCell.of(items, values));
        }
    }

    private void maps(KeySpace space, Table table, StateEntry entry, BytesInput in) throws IOException {
        Values keys = entry.asked().keys();
        Values values = entry.asked().values();
        int[] sizes = sizes(in);
        ValuesReader keyReader = new ValuesReader(entry.name(), in, keys.types(), keys.serializer());
        List<Object> userKeys = new ArrayList<>();
        for (int left = Arrays.stream(sizes).sum(); left > 0; left--) {
            userKeys.add(keyReader.next());
        }
        ValuesReader reader = new ValuesReader(entry.name(), in, values.types(), values.serializer());
        EntryIdentity identity = ((HeapMapState<?, ?>) entry.asked().handle()).identity();
        MapColumn maps = Cell.mapsOf(space, table, entry.index(), identity);
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int left = sizes[i]; left > 0; left--) {
                Object value = reader.next();
                values.immutable(value);
                maps.put(rows[i], userKeys.get(next++), value, values);
            }
        }
    }

    private int[] sizes(BytesInput in) throws IOException {
        int[] sizes = new int[rows.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = in.readVarInt();
        }
        return sizes;
    }
}
