package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.EnumSet;

/** Sets of one enum's constants: the enum's name, then the constants' names. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class EnumSetCodec implements Codec {

    private final Class<?> valueClass;
    private final Codecs codecs;

    EnumSetCodec(Class<?> valueClass, Codecs codecs) {
        this.valueClass = valueClass;
        this.codecs = codecs;
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
        return 74;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        EnumSet set = (EnumSet) value;
        EnumSet named = set.isEmpty() ? EnumSet.complementOf(set) : set;
        if (named.isEmpty()) {
            throw new CodecException("an EnumSet of an enum without constants");
        }
        out.writeText(((Enum<?>) named.iterator().next()).getDeclaringClass().getName());
        out.writeVarInt(set.size());
        for (Object constant : set) {
            out.writeText(((Enum<?>) constant).name());
        }
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        Class enumClass = codecs.load(in.readText());
        EnumSet set = EnumSet.noneOf(enumClass);
        int size = Lengths.read(in);
        for (int i = 0; i < size; i++) {
            set.add(Enum.valueOf(enumClass, in.readText()));
        }
        return set;
    }

    @Override
    public Object copy(Object value, int depth) {
        return ((EnumSet) value).clone();
    }

    @Override
    public int hash(Object value) {
        EnumSet<?> set = (EnumSet<?>) value;
        int h = set.size();
        for (Enum<?> constant : set) {
            h += Mix.of(constant.name());
        }
        return Mix.of(h);
    }
}
