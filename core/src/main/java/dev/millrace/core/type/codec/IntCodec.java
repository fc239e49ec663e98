package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** Boxed ints. */
final class IntCodec implements Codec {

    @Override
    public Class<?> valueClass() {
        return Integer.class;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public int builtInTag() {
        return BuiltIns.INT;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        out.writeInt((Integer) value);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return in.readInt();
    }

    @Override
    public int hash(Object value) {
        return Mix.of((int) (Integer) value);
    }

    @Override
    public int compare(Object left, Object right) {
        return Integer.compare((Integer) left, (Integer) right);
    }
}
