package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;

/** A user's serializer as a codec. A serializer with state is duplicated for each thread. */
final class SerializerCodec extends Codec {

    private final TypeSerializer<Object> shared;
    private final ThreadLocal<TypeSerializer<Object>> own;

    @SuppressWarnings("unchecked")
    SerializerCodec(Class<?> valueClass, TypeSerializer<?> serializer) {
        super(valueClass, serializer.isImmutableType());
        TypeSerializer<Object> given = (TypeSerializer<Object>) serializer;
        shared = given.duplicate() == given ? given : null;
        own = ThreadLocal.withInitial(given::duplicate);
    }

    private TypeSerializer<Object> serializer() {
        return shared != null ? shared : own.get();
    }

    @Override
    public String noKey() {
        return noKey("it has a serializer of its own, and nothing says how it hashes");
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        serializer().serialize(value, out);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return serializer().deserialize(in);
    }

    @Override
    public Object copy(Object value, int depth) {
        return immutable() ? value : serializer().copy(value);
    }

    @Override
    public int hash(Object value) {
        throw new CodecException(noKey());
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compare(Object left, Object right) {
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : super.compare(left, right);
    }
}
