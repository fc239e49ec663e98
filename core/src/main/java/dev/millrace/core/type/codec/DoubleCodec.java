package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** Boxed doubles. */
final class DoubleCodec implements Codec {

    @Override
    public Class<?> valueClass() {
        return Double.class;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public int builtInTag() {
        return BuiltIns.DOUBLE;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        out.writeDouble((Double) value);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return in.readDouble();
    }

    @Override
    public int hash(Object value) {
        return Mix.of((double) (Double) value);
    }

    @Override
    public int compare(Object left, Object right) {
        return Double.compare((Double) left, (Double) right);
    }
}
