package dev.millrace.core.type.codec;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Maps: a length, then tagged keys and values in turn; sorted ones with their comparator first. */
final class MapCodec implements Codec {

    /** What is made when a map is read or copied. */
    enum Form {
        MAP(63),
        LINKED_MAP(64),
        SORTED_MAP(65),
        IMMUTABLE_MAP(66),
        CONCURRENT_MAP(67);

        private final int tag;

        Form(int tag) {
            this.tag = tag;
        }

        private Map<Object, Object> make(int size, Comparator<Object> order) {
            return switch (this) {
                case MAP -> new HashMap<>(size * 4 / 3 + 1);
                case LINKED_MAP, IMMUTABLE_MAP -> new LinkedHashMap<>(size * 4 / 3 + 1);
                case SORTED_MAP -> new TreeMap<>(order);
                case CONCURRENT_MAP -> new ConcurrentHashMap<>(size * 4 / 3 + 1);
            };
        }

        private Map<Object, Object> sealed(Map<Object, Object> made) {
            return this == IMMUTABLE_MAP ? Collections.unmodifiableMap(made) : made;
        }
    }

    private final Class<?> valueClass;
    private final Form form;
    private final boolean frozen;
    private final Slot keys;
    private final Slot values;

    /** {@code frozen}: the class itself cannot change, so that a map of immutable values may be shared. */
    MapCodec(Class<?> valueClass, Form form, boolean frozen, Codecs codecs) {
        this.valueClass = valueClass;
        this.form = form;
        this.frozen = frozen;
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
        return form.tag;
    }

    @Override
    public int canonicalTag() {
        return Form.MAP.tag;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Map<?, ?> map = (Map<?, ?>) value;
        if (tags.canonical()) {
            writeSorted(map, out, tags, depth);
            return;
        }
        if (form == Form.SORTED_MAP) {
            Comparators.write(comparator(map), keys, out, tags, depth);
        }
        out.writeVarInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            keys.write(entry.getKey(), out, tags, depth);
            values.write(entry.getValue(), out, tags, depth);
        }
    }

    private void writeSorted(Map<?, ?> map, DataOutputView out, Tags tags, int depth) throws IOException {
        byte[][] entries = new byte[map.size()][];
        BytesOutput one = new BytesOutput();
        int i = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            one.reset();
            keys.write(entry.getKey(), one, tags, depth);
            values.write(entry.getValue(), one, tags, depth);
            entries[i++] = one.toByteArray();
        }
        Arrays.sort(entries, Arrays::compareUnsigned);
        out.writeVarInt(entries.length);
        for (byte[] entry : entries) {
            out.write(entry);
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Comparator<Object> order = form == Form.SORTED_MAP && !tags.canonical() ? Comparators.read(in, tags) : null;
        int size = Lengths.read(in);
        Map<Object, Object> made = form.make(Math.min(size, Lengths.TRUSTED), order);
        for (int i = 0; i < size; i++) {
            Object key = Slot.read(in, tags);
            made.put(key, Slot.read(in, tags));
        }
        return form.sealed(made);
    }

    @Override
    public Object copy(Object value, int depth) {
        Map<?, ?> map = (Map<?, ?>) value;
        Map<Object, Object> made = form.make(map.size(), comparator(map));
        boolean same = frozen;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = keys.copy(entry.getKey(), depth);
            Object copy = values.copy(entry.getValue(), depth);
            same &= key == entry.getKey() && copy == entry.getValue();
            made.put(key, copy);
        }
        return same ? value : form.sealed(made);
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Object> comparator(Map<?, ?> map) {
        return map instanceof SortedMap<?, ?> sorted ? (Comparator<Object>) sorted.comparator() : null;
    }

    @Override
    public int hash(Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        int h = map.size();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            h += Mix.pair(keys.hash(entry.getKey()), values.hash(entry.getValue()));
        }
        return Mix.of(h);
    }
}
