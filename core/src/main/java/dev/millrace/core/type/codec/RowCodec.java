package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.row.Row;
import dev.millrace.core.row.RowKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Rows: the kind, whether fields have names, their number, then names and tagged values. */
final class RowCodec implements Codec {

    private static final int POSITIONS = 0;
    private static final int NAMES = 1;
    private static final int NAMED_POSITIONS = 2;

    private final Slot slot;

    RowCodec(Codecs codecs) {
        slot = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return Row.class;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public int builtInTag() {
        return 73;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Row row = (Row) value;
        Set<String> names = row.getFieldNames(true);
        out.writeByte(row.getKind().toByteValue());
        out.writeByte(names == null ? POSITIONS : row.getFieldNames(false) == null ? NAMED_POSITIONS : NAMES);
        out.writeVarInt(row.getArity());
        if (names == null) {
            for (int i = 0; i < row.getArity(); i++) {
                slot.write(row.getField(i), out, tags, depth);
            }
            return;
        }
        for (String name : ordered(row, names, tags)) {
            out.writeText(name);
            slot.write(row.getField(name), out, tags, depth);
        }
    }

    /** Rows with names only are equal whatever the order of their fields. */
    private static List<String> ordered(Row row, Set<String> names, Tags tags) {
        List<String> ordered = new ArrayList<>(names);
        if (tags.canonical() && row.getFieldNames(false) != null) {
            ordered.sort(null);
        }
        return ordered;
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        RowKind kind = RowKind.fromByteValue(in.readByte());
        int mode = in.readByte();
        int arity = Lengths.read(in);
        if (mode == POSITIONS) {
            return Row.ofKind(
                    kind,
                    Lengths.fillArray(in, arity, Object.class, (Object[] array, int from, int to, DataInputView i) -> {
                        for (int at = from; at < to; at++) {
                            array[at] = Slot.read(i, tags);
                        }
                    }));
        }
        Row row = Row.withNames(kind);
        for (int i = 0; i < arity; i++) {
            String name = in.readText();
            row.setField(name, Slot.read(in, tags));
        }
        return mode == NAMES ? row : withPositions(row);
    }

    private static Row withPositions(Row named) {
        LinkedHashMap<String, Integer> positions = new LinkedHashMap<>();
        List<Object> fields = new ArrayList<>();
        for (String name : named.getFieldNames(false)) {
            positions.put(name, fields.size());
            fields.add(named.getField(name));
        }
        return Row.withNamedPositions(named.getKind(), fields.toArray(), positions);
    }

    @Override
    public Object copy(Object value, int depth) {
        Row copy = Row.copy((Row) value);
        Set<String> names = copy.getFieldNames(false);
        if (names == null) {
            for (int i = 0; i < copy.getArity(); i++) {
                copy.setField(i, slot.copy(copy.getField(i), depth));
            }
        } else {
            for (String name : names) {
                copy.setField(name, slot.copy(copy.getField(name), depth));
            }
        }
        return copy;
    }

    @Override
    public int hash(Object value) {
        Row row = (Row) value;
        Set<String> names = row.getFieldNames(false);
        int h = row.getArity();
        if (names == null) {
            for (int i = 0; i < row.getArity(); i++) {
                h = Mix.and(h, slot.hash(row.getField(i)));
            }
        } else {
            for (String name : names) {
                h += Mix.pair(Mix.of(name), slot.hash(row.getField(name)));
            }
        }
        return Mix.pair(h, row.getKind().toByteValue());
    }
}
