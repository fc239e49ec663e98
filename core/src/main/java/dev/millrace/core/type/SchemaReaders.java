package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;
import java.util.List;

/** Finds or makes what reads the bytes of a schema into objects of today's class. */
final class SchemaReaders {

    private final JobTypes types;

    SchemaReaders(JobTypes types) {
        this.types = types;
    }

    /** Reads the value of one field. */
    interface FieldReader {
        Object read(DataInputView in, Tags tags) throws IOException;
    }

    /** Today's codec when nothing changed; otherwise one that matches fields by name, or only skips. */
    Codec reader(Schema schema) {
        Class<?> valueClass;
        try {
            valueClass = types.load(schema.className());
        } catch (CodecException e) {
            return lost(schema, e);
        }
        Codec codec = types.codec(valueClass);
        Schema today = SchemaOf.codec(codec);
        if (today.equals(schema)) {
            return codec;
        }
        if (schema.kind() == Schema.Kind.OBJECT && codec instanceof ObjectCodec object) {
            return new EvolvedCodec(schema, object, fields(schema));
        }
        throw new CodecException(schema.className() + " was written as " + schema.kind() + " and is " + today.kind()
                + " now; give the class a new name, or go back");
    }

    private List<FieldReader> fields(Schema schema) {
        return schema.fields().stream().map(this::field).toList();
    }

    private FieldReader field(Schema.Field field) {
        return switch (field.form()) {
            case TAGGED -> Slot::read;
            case NULLABLE -> reader(field.schema())::readNullable;
            case PRIMITIVE -> types.of(field.schema().className())::read;
        };
    }

    private Codec lost(Schema schema, CodecException why) {
        return switch (schema.kind()) {
            case OBJECT -> new LostCodec(schema, fields(schema));
            case ENUM -> types.codec(String.class);
            case BUILT_IN, ARRAY, CUSTOM, JAVA, ANY -> throw why;
        };
    }
}
