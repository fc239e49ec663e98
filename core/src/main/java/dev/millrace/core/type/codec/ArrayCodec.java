package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;

/** Arrays of references: a length, then the elements; those of a built-in final class without a tag each. */
public final class ArrayCodec implements Codec {

    private final Class<?> valueClass;
    private final Class<?> component;
    private final Codec exact;
    private final Slot slot;

    /** {@code exact} is the codec of every element, or null when elements tell their class by tags. */
    ArrayCodec(Class<?> arrayClass, Codec exact, Codecs codecs) {
        valueClass = arrayClass;
        component = arrayClass.getComponentType();
        this.exact = exact;
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
    public String noKey() {
        return exact == null ? null : exact.noKey();
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        Object[] array = (Object[]) value;
        out.writeVarInt(array.length);
        for (Object element : array) {
            if (exact != null) {
                exact.writeNullable(element, out, tags, depth);
            } else {
                slot.write(element, out, tags, depth);
            }
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return Lengths.readArray(in, component, (Object[] array, int from, int to, DataInputView source) -> {
            for (int i = from; i < to; i++) {
                array[i] = exact != null ? exact.readNullable(source, tags) : Slot.read(source, tags);
            }
        });
    }

    @Override
    public Object copy(Object value, int depth) {
        Object[] array = ((Object[]) value).clone();
        for (int i = 0; i < array.length; i++) {
            array[i] = exact != null ? exact.copyNullable(array[i], depth) : slot.copy(array[i], depth);
        }
        return array;
    }

    @Override
    public int hash(Object value) {
        Object[] array = (Object[]) value;
        int h = array.length;
        for (Object element : array) {
            h = Mix.and(h, slot.hash(element));
        }
        return Mix.of(h);
    }

    @Override
    public boolean equal(Object left, Object right) {
        Object[] a = (Object[]) left;
        Object[] b = (Object[]) right;
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = slot.equal(a[i], b[i]);
        }
        return same;
    }

    @Override
    public int compare(Object left, Object right) {
        Object[] a = (Object[]) left;
        Object[] b = (Object[]) right;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = slot.compare(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }
}
