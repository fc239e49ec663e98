package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;

/** The values of an interface or abstract class: each tells its own class by a tag. */
final class AnyCodec implements Codec {

    private final Class<?> valueClass;
    private final Slot slot;

    AnyCodec(Class<?> declared, Codecs codecs) {
        valueClass = declared;
        slot = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        slot.write(value, out, tags, depth);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return Slot.read(in, tags);
    }

    @Override
    public Object copy(Object value, int depth) {
        return slot.copy(value, depth);
    }

    @Override
    public int hash(Object value) {
        return slot.hash(value);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return slot.equal(left, right);
    }

    @Override
    public int compare(Object left, Object right) {
        return slot.compare(left, right);
    }
}
