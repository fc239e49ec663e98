package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;

/** Reads what {@link ValuesWriter} wrote. */
final class ValuesReader {

    private final BytesInput in;
    private final int form;
    private final Primitive kind;
    private final Schemas schemas;
    private final TypeSerializer<Object> serializer;

    /**
     * @param state named in errors
     * @param serializer the user's own, or null
     */
    ValuesReader(String state, BytesInput in, TypeSystem types, TypeSerializer<Object> serializer) throws IOException {
        this.in = in;
        this.form = in.readByte();
        this.kind = form == ValuesWriter.PRIMITIVES ? Primitive.values()[in.readByte()] : null;
        this.schemas = form == ValuesWriter.SCHEMAS ? types.readSchemas(in) : null;
        this.serializer = serializer;
        if (form == ValuesWriter.SERIALIZER) {
            String writtenBy = in.readText();
            if (serializer == null) {
                throw new IOException("State '" + state + "' was written by the serializer " + writtenBy
                        + "; give its descriptor the type information with that serializer");
            }
        }
    }

    /** The next stored value. */
    Object next() throws IOException {
        return switch (form) {
            case ValuesWriter.PRIMITIVES -> kind.box(kind.read(in));
            case ValuesWriter.SCHEMAS -> NullValue.wrap(schemas.read(in));
            default -> in.readBoolean() ? serializer.deserialize(in) : NullValue.NULL;
        };
    }
}
