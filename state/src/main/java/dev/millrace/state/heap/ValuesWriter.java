package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;

/**
 * Writes values of one state and key group so that they can be read by themselves: the form, what the form needs (the
 * schemas, or the name of the user's serializer), and the values one after the other.
 */
final class ValuesWriter {

    /** Primitives of one kind, as they are. */
    static final int PRIMITIVES = 0;
    /** Each value with the id of its schema. */
    static final int SCHEMAS = 1;
    /** The user's own serializer, after a byte that is 0 for null. */
    static final int SERIALIZER = 2;

    private final TypeSerializer<Object> serializer;
    private final Schemas schemas;
    private final BytesOutput body = new BytesOutput(1024);

    /** @param serializer the user's own, for this thread, or null */
    ValuesWriter(TypeSystem types, TypeSerializer<Object> serializer) {
        this.serializer = serializer;
        this.schemas = serializer == null ? types.newSchemas() : null;
    }

    /** Adds a stored value. */
    void add(Object stored) throws IOException {
        Object value = NullValue.unwrap(stored);
        if (serializer == null) {
            schemas.write(value, body);
        } else {
            body.writeBoolean(value != null);
            if (value != null) {
                serializer.serialize(value, body);
            }
        }
    }

    /** Writes what was added. */
    void writeTo(DataOutputView out) throws IOException {
        if (serializer == null) {
            out.writeByte(SCHEMAS);
            schemas.writeTo(out);
        } else {
            out.writeByte(SERIALIZER);
            out.writeText(serializer.getClass().getName());
        }
        out.write(body.array(), 0, body.position());
    }

    /** Writes all values of rows that have one, in order. */
    static void column(
            FrozenColumn column, int[] rows, TypeSystem types, TypeSerializer<Object> serializer, DataOutputView out)
            throws IOException {
        if (column instanceof FrozenColumn.Longs longs) {
            out.writeByte(PRIMITIVES);
            out.writeByte(longs.kind().ordinal());
            for (int row : rows) {
                if (longs.has(row)) {
                    longs.kind().write(longs.get(row), out);
                }
            }
            return;
        }
        ValuesWriter writer = new ValuesWriter(types, serializer);
        for (int row : rows) {
            if (column.has(row)) {
                writer.add(value(column, row));
            }
        }
        writer.writeTo(out);
    }

    /** A stored value of a frozen column of objects, fields, texts or longs. */
    static Object value(FrozenColumn column, int row) {
        if (column instanceof FrozenColumn.Objects objects) {
            return objects.get(row);
        }
        if (column instanceof FrozenColumn.Flat flat) {
            return flat.get(row);
        }
        if (column instanceof FrozenColumn.Texts texts) {
            return texts.get(row);
        }
        FrozenColumn.Longs longs = (FrozenColumn.Longs) column;
        return longs.kind().box(longs.get(row));
    }
}
