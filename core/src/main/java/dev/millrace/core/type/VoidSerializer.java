package dev.millrace.core.type;

import dev.millrace.core.ModelApi;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;

/** The serializer of nothing: null, in no bytes. */
@ModelApi
public final class VoidSerializer extends TypeSerializer<Void> {

    public static final VoidSerializer INSTANCE = new VoidSerializer();

    private static final long serialVersionUID = 1;

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<Void> duplicate() {
        return this;
    }

    @Override
    public Void createInstance() {
        return null;
    }

    @Override
    public Void copy(Void from) {
        return null;
    }

    @Override
    public int getLength() {
        return 0;
    }

    @Override
    public void serialize(Void nothing, DataOutputView target) {}

    @Override
    public Void deserialize(DataInputView source) {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoidSerializer;
    }

    @Override
    public int hashCode() {
        return VoidSerializer.class.hashCode();
    }
}
