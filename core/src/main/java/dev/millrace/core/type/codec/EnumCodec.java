package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Constants of one enum, by name, so that constants may be added and moved; ordered as declared. */
public final class EnumCodec implements Codec {

    private final Class<?> valueClass;
    private final Object[] constants;
    private final int[] hashes;
    private final Map<String, Object> byName = new HashMap<>();

    /** {@code enumClass} is the declaring class, also for constants with a body. */
    EnumCodec(Class<?> enumClass) {
        valueClass = enumClass;
        constants = enumClass.getEnumConstants();
        hashes = new int[constants.length];
        for (Object constant : constants) {
            Enum<?> one = (Enum<?>) constant;
            byName.put(one.name(), one);
            hashes[one.ordinal()] = Mix.of(one.name());
        }
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return true;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        out.writeText(((Enum<?>) value).name());
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        String name = in.readText();
        Object constant = byName.get(name);
        if (constant == null) {
            throw new CodecException("the enum " + valueClass.getName() + " has no constant " + name + " any more");
        }
        return constant;
    }

    @Override
    public int hash(Object value) {
        return hashes[((Enum<?>) value).ordinal()];
    }

    @Override
    public int compare(Object left, Object right) {
        return Integer.compare(((Enum<?>) left).ordinal(), ((Enum<?>) right).ordinal());
    }
}
