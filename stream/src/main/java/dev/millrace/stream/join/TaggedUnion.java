package dev.millrace.stream.join;

import dev.millrace.core.ModelApi;

/** A record of one of two streams, as triggers and evictors of a joining window see it; the other side is null. */
@ModelApi
public record TaggedUnion<T1, T2>(T1 one, T2 two) {

    public static <T1, T2> TaggedUnion<T1, T2> one(T1 value) {
        return new TaggedUnion<>(value, null);
    }

    public static <T1, T2> TaggedUnion<T1, T2> two(T2 value) {
        return new TaggedUnion<>(null, value);
    }

    /** Whether it is of the first stream. */
    public boolean isOne() {
        return one != null;
    }

    /** Whether it is of the second stream. */
    public boolean isTwo() {
        return two != null;
    }

    public T1 getOne() {
        return one;
    }

    public T2 getTwo() {
        return two;
    }
}
