package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** Strings. */
final class TextCodec implements Codec {

    @Override
    public Class<?> valueClass() {
        return String.class;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public int builtInTag() {
        return BuiltIns.TEXT;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        out.writeText((String) value);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return in.readText();
    }

    @Override
    public int hash(Object value) {
        return Mix.of((String) value);
    }

    @Override
    public int compare(Object left, Object right) {
        return ((String) left).compareTo((String) right);
    }
}
