package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** Boxed longs. */
final class LongCodec implements Codec {

    @Override
    public Class<?> valueClass() {
        return Long.class;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public int builtInTag() {
        return BuiltIns.LONG;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        out.writeLong((Long) value);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return in.readLong();
    }

    @Override
    public int hash(Object value) {
        return Mix.of((long) (Long) value);
    }

    @Override
    public int compare(Object left, Object right) {
        return Long.compare((Long) left, (Long) right);
    }
}
