package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.FlatLayout;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;
import java.util.Optional;

/** A codec as the engine sees it: failures say the path and the remedy. */
final class CodecType<T> implements ValueType<T> {

    private final JobTypes types;
    private final Codec codec;

    CodecType(JobTypes types, Codec codec) {
        this.types = types;
        this.codec = codec;
    }

    Codec codec() {
        return codec;
    }

    @Override
    public Class<?> valueClass() {
        return codec.valueClass();
    }

    @Override
    public Schema schema() {
        return SchemaOf.codec(codec);
    }

    @Override
    public boolean immutable() {
        return codec.immutable();
    }

    @Override
    public boolean stableHash() {
        return codec.noKey() == null;
    }

    @Override
    public void write(T value, DataOutputView out) throws IOException {
        try {
            codec.write(value, out, types.named(), 0);
        } catch (CodecException e) {
            throw types.explained(value, e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(DataInputView in) throws IOException {
        try {
            return (T) codec.read(in, types.named());
        } catch (RuntimeException e) {
            throw JobTypes.unreadable("A " + valueClass().getName(), e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T copy(T value) {
        if (codec.immutable()) {
            return value;
        }
        try {
            return (T) codec.copy(value, 0);
        } catch (CodecException e) {
            throw types.explained(value, e);
        }
    }

    @Override
    public int hash(T value) {
        try {
            return codec.hash(value);
        } catch (CodecException e) {
            throw types.explainedKey(value, e);
        }
    }

    @Override
    public boolean equal(T left, T right) {
        return left == right || codec.equal(left, right);
    }

    @Override
    public int compare(T left, T right) {
        try {
            return codec.compare(left, right);
        } catch (CodecException e) {
            throw new TypeException(valueClass().getName() + " cannot be compared: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<FlatLayout> flat(T sample) {
        return codec instanceof ObjectCodec object ? types.flat(object, sample) : Optional.empty();
    }

    @Override
    public String toString() {
        return "type of " + valueClass().getName();
    }
}
