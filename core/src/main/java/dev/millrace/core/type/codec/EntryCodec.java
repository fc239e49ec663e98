package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.AbstractMap.SimpleEntry;
import java.util.Map;

/** Map entries that stand alone, read back as a {@link SimpleEntry}. */
final class EntryCodec implements Codec {

    private final Class<?> valueClass;
    private final Slot keys;
    private final Slot values;

    EntryCodec(Class<?> valueClass, Codecs codecs) {
        this.valueClass = valueClass;
        keys = new Slot(codecs);
        values = new Slot(codecs);
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
    public int builtInTag() {
        return 72;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        keys.write(entry.getKey(), out, tags, depth);
        values.write(entry.getValue(), out, tags, depth);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Object key = Slot.read(in, tags);
        return new SimpleEntry<>(key, Slot.read(in, tags));
    }

    @Override
    public Object copy(Object value, int depth) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        return new SimpleEntry<>(keys.copy(entry.getKey(), depth), values.copy(entry.getValue(), depth));
    }

    @Override
    public int hash(Object value) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        return Mix.pair(keys.hash(entry.getKey()), values.hash(entry.getValue()));
    }

    @Override
    public boolean equal(Object left, Object right) {
        Map.Entry<?, ?> a = (Map.Entry<?, ?>) left;
        Map.Entry<?, ?> b = (Map.Entry<?, ?>) right;
        return keys.equal(a.getKey(), b.getKey()) && values.equal(a.getValue(), b.getValue());
    }
}
