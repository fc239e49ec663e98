package dev.millrace.core.type.codec;

/** A class and its codec; kept together, so that what holds one needs no second look. */
public record Match(Class<?> valueClass, Codec codec, boolean immutable) {

    public Match(Class<?> valueClass, Codec codec) {
        this(valueClass, codec, codec.immutable());
    }
}
