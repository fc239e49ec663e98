package dev.millrace.state.heap;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the key groups that one earlier instance wrote, with the states that its header names, into the tables of a store. */
final class GroupReader {

    private final TypeSystem types;
    private final List<HeapTimers> timers;
    private final List<Source> spaces = new ArrayList<>();

    /** A space and its states in the order in which this snapshot part has them. */
    private record Source(KeySpace space, List<StateEntry> states) {}

    GroupReader(String operator, DataInputView header, Spaces known, List<HeapTimers> timers, TypeSystem types)
            throws IOException {
        this.types = types;
        this.timers = timers;
        int format = header.readVarInt();
        if (format != FrozenStore.FORMAT) {
            throw new IOException("The keyed state of operator '" + operator + "' has format " + format
                    + ", and the state backend 'heap' of this version reads format " + FrozenStore.FORMAT
                    + "; restore it with the state backend and the version that wrote it");
        }
        for (int left = header.readVarInt(); left > 0; left--) {
            KeySpace space = known.named(header.readText());
            List<StateEntry> states = new ArrayList<>();
            for (int more = header.readVarInt(); more > 0; more--) {
                String name = header.readText();
                states.add(space.ask(name, StateKind.values()[header.readByte()], null, null));
            }
            spaces.add(new Source(space, states));
        }
    }

    /** @param place the key group's place among the owned ones */
    void read(DataInputView section, int place) throws IOException {
        for (Source source : spaces) {
            space(source, section, place);
        }
        for (HeapTimers ofDomain : timers) {
            timers(ofDomain, section, place);
        }
    }

    private void space(Source source, DataInputView in, int place) throws IOException {
        int count = in.readVarInt();
        if (count == 0) {
            return;
        }
        KeySpace space = source.space;
        Object[] keys = keys(in, count);
        Object[] namespaces = space.plain() ? new Object[count] : keys(in, count);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = space.restoreRow(place, keys[i], namespaces[i]);
        }
        for (StateEntry state : source.states) {
            if (in.readBoolean()) {
                int[] present = present(in, rows);
                byte[] payload = new byte[in.readVarInt()];
                in.readFully(payload);
                space.table(place).column(state.index(), new StoredColumn(present, payload));
            }
        }
    }

    private void timers(HeapTimers into, DataInputView in, int place) throws IOException {
        int count = in.readVarInt();
        if (count > 0) {
            Object[] keys = keys(in, count);
            Object[] namespaces = keys(in, count);
            Object[] timestamps = keys(in, count);
            for (int i = 0; i < count; i++) {
                into.restore(place, keys[i], namespaces[i], (Long) timestamps[i]);
            }
        }
    }

    private Object[] keys(DataInputView in, int count) throws IOException {
        Object[] keys = new Object[count];
        Primitive kind = in.readByte() == GroupWriter.PRIMITIVE_KEYS ? Primitive.values()[in.readByte()] : null;
        for (int i = 0; i < count; i++) {
            keys[i] = kind == null ? types.readKey(in) : kind.box(kind.read(in));
        }
        return keys;
    }

    private static int[] present(DataInputView in, int[] rows) throws IOException {
        int[] present = new int[rows.length];
        int count = 0;
        int eight = 0;
        for (int i = 0; i < rows.length; i++) {
            eight = (i & 7) == 0 ? in.readByte() : eight;
            if ((eight & 1 << (i & 7)) != 0) {
                present[count++] = rows[i];
            }
        }
        return Arrays.copyOf(present, count);
    }
}
