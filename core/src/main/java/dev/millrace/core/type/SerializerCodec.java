package dev.millrace.core.type;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A user's serializer as a codec. One with state is duplicated, so that no two threads use the same at a time. Nothing is
 * known of the class but its bytes: they decide which values are equal, so equal ones have to be written alike.
 */
final class SerializerCodec implements Codec {

    private final Class<?> valueClass;
    private final boolean immutable;
    private final TypeSerializer<Object> given;
    private final boolean stateless;
    private final Queue<TypeSerializer<Object>> idle = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("unchecked")
    SerializerCodec(Class<?> valueClass, TypeSerializer<?> serializer) {
        this.valueClass = valueClass;
        immutable = serializer.isImmutableType();
        given = (TypeSerializer<Object>) serializer;
        stateless = given.duplicate() == given;
    }

    private TypeSerializer<Object> take() {
        if (stateless) {
            return given;
        }
        TypeSerializer<Object> taken = idle.poll();
        return taken != null ? taken : given.duplicate();
    }

    /** One whose work failed is not given back. */
    private void giveBack(TypeSerializer<Object> serializer) {
        if (!stateless) {
            idle.add(serializer);
        }
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return immutable;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        TypeSerializer<Object> serializer = take();
        serializer.serialize(value, out);
        giveBack(serializer);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        TypeSerializer<Object> serializer = take();
        Object value = serializer.deserialize(in);
        giveBack(serializer);
        return value;
    }

    @Override
    public Object copy(Object value, int depth) {
        if (immutable) {
            return value;
        }
        TypeSerializer<Object> serializer = take();
        Object copy = serializer.copy(value);
        giveBack(serializer);
        return copy;
    }

    /** Of the bytes that the serializer writes: whatever the class's own hash is, they are the same everywhere. */
    @Override
    public int hash(Object value) {
        BytesOutput bytes = bytes(value);
        int length = bytes.position();
        int hash = length;
        for (int place = 0; place < length; place++) {
            hash = Mix.and(hash, bytes.array()[place]);
        }
        return Mix.of(hash);
    }

    /** Values are equal whose bytes are, so that equality and hash agree. */
    @Override
    public boolean equal(Object left, Object right) {
        if (left == right) {
            return true;
        }
        BytesOutput ofLeft = bytes(left);
        BytesOutput ofRight = bytes(right);
        return Arrays.equals(ofLeft.array(), 0, ofLeft.position(), ofRight.array(), 0, ofRight.position());
    }

    private BytesOutput bytes(Object value) {
        BytesOutput bytes = new BytesOutput();
        TypeSerializer<Object> serializer = take();
        try {
            serializer.serialize(value, bytes);
        } catch (IOException e) {
            throw new CodecException("a key of " + valueClass.getName() + " cannot be written by " + serializer, e);
        }
        giveBack(serializer);
        return bytes;
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compare(Object left, Object right) {
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : Codec.super.compare(left, right);
    }
}
