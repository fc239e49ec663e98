package dev.millrace.state.naive;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.SerializerConfig;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How the values of one state are encoded: with the user's own serializer if there is one, else by the class of each value. */
final class Coding {

    private final TypeSerializer<Object> serializer;
    private final Schemas schemas;

    private Coding(TypeSerializer<Object> serializer, Schemas schemas) {
        this.serializer = serializer;
        this.schemas = schemas;
    }

    @SuppressWarnings("unchecked") // the program vouches for the values of its own state
    static Coding of(TypeInformation<?> type, TypeSystem types) {
        boolean own = type != null && !type.getClass().getName().startsWith("dev.millrace.core.type.");
        return own
                ? new Coding((TypeSerializer<Object>) type.createSerializer(SerializerConfig.of(types)), null)
                : new Coding(null, types.newSchemas());
    }

    static Coding of(Schemas schemas) {
        return new Coding(null, schemas);
    }

    Schemas schemas() {
        return schemas;
    }

    byte[] encode(Object value) {
        try {
            BytesOutput out = new BytesOutput();
            if (serializer == null) {
                schemas.write(value, out);
            } else {
                out.writeBoolean(value != null);
                if (value != null) {
                    serializer.serialize(value, out);
                }
            }
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "a value of class " + value.getClass().getName() + " cannot be encoded", failure);
        }
    }

    Object decode(byte[] bytes) {
        try {
            BytesInput in = new BytesInput(bytes);
            if (serializer == null) {
                return schemas.read(in);
            }
            return in.readBoolean() ? serializer.deserialize(in) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException("a value of " + bytes.length + " bytes cannot be decoded", failure);
        }
    }

    static byte[] key(TypeSystem types, Object key) {
        try {
            BytesOutput out = new BytesOutput();
            types.writeKey(key, out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("key " + key + " cannot be encoded", failure);
        }
    }

    static Object key(TypeSystem types, byte[] bytes) {
        try {
            return types.readKey(new BytesInput(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException("a key of " + bytes.length + " bytes cannot be decoded", failure);
        }
    }
}
