package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads over objects whose class is gone. */
final class LostCodec implements Codec {

    private final Schema schema;
    private final List<SchemaReaders.FieldReader> readers;

    LostCodec(Schema schema, List<SchemaReaders.FieldReader> readers) {
        this.schema = schema;
        this.readers = readers;
    }

    @Override
    public Class<?> valueClass() {
        return Lost.class;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < readers.size(); i++) {
            fields.put(schema.fields().get(i).name(), readers.get(i).read(in, tags));
        }
        return new Lost(schema.className(), fields);
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) {
        throw new CodecException("there is no class " + schema.className() + " any more");
    }

    @Override
    public int hash(Object value) {
        throw new CodecException("there is no class " + schema.className() + " any more");
    }
}
