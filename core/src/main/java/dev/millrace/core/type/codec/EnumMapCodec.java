package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Maps by one enum's constants: the enum's name, then names and tagged values in turn. An empty one does not show its
 * enum, and goes through Java serialization.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
final class EnumMapCodec implements Codec {

    private final Codecs codecs;
    private final Codec empty;
    private final Slot values;

    EnumMapCodec(Codecs codecs) {
        this.codecs = codecs;
        empty = new JavaCodec(EnumMap.class, codecs);
        values = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return EnumMap.class;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public int builtInTag() {
        return 75;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        EnumMap<?, ?> map = (EnumMap) value;
        out.writeVarInt(map.size());
        if (map.isEmpty()) {
            empty.write(map, out, tags, depth);
            return;
        }
        out.writeText(map.keySet().iterator().next().getDeclaringClass().getName());
        for (Map.Entry<? extends Enum<?>, ?> entry : map.entrySet()) {
            out.writeText(entry.getKey().name());
            values.write(entry.getValue(), out, tags, depth);
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        int size = Lengths.read(in);
        if (size == 0) {
            return empty.read(in, tags);
        }
        Class enumClass = codecs.load(in.readText());
        EnumMap map = new EnumMap(enumClass);
        for (int i = 0; i < size; i++) {
            Enum<?> key = Enum.valueOf(enumClass, in.readText());
            map.put(key, Slot.read(in, tags));
        }
        return map;
    }

    @Override
    public Object copy(Object value, int depth) {
        EnumMap<?, Object> map = ((EnumMap) value).clone();
        for (Map.Entry<?, Object> entry : map.entrySet()) {
            entry.setValue(values.copy(entry.getValue(), depth));
        }
        return map;
    }

    @Override
    public int hash(Object value) {
        EnumMap<?, ?> map = (EnumMap<?, ?>) value;
        int h = map.size();
        for (Map.Entry<? extends Enum<?>, ?> entry : map.entrySet()) {
            h += Mix.pair(Mix.of(entry.getKey().name()), values.hash(entry.getValue()));
        }
        return Mix.of(h);
    }
}
