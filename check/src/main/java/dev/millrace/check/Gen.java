package dev.millrace.check;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Makes values out of choices. The first and smallest choices make the simplest value, so everything built from
 * generators shrinks by itself. Being a function, a generator of a record is best written as a lambda:
 *
 * <pre>{@code
 * Gen<Point> points = choices -> new Point(xs.generate(choices), ys.generate(choices));
 * }</pre>
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Gen<T> {
    /** How often a filter looks for a value before it gives the case up. */
    int FILTER_TRIES_MAX = 100;

    /** The size of collections whose bound is not given. */
    int DEFAULT_SIZE_MAX = 100;

    /** A value made of the next choices; equal choices make equal values. */
    T generate(Choices choices);

    /** The values of this generator, each turned into another. */
    default <R> Gen<R> map(Function<? super T, ? extends R> function) {
        return choices -> function.apply(generate(choices));
    }

    /** For each value the values of a generator that depends on it. */
    default <R> Gen<R> flatMap(Function<? super T, ? extends Gen<? extends R>> function) {
        return choices -> function.apply(generate(choices)).generate(choices);
    }

    /** The values that pass; a filter that passes few makes the property slow or fails it with advice. */
    default Gen<T> filter(Predicate<? super T> predicate) {
        return choices -> {
            for (int tried = 0; tried < FILTER_TRIES_MAX; tried++) {
                T value = generate(choices);
                if (predicate.test(value)) {
                    return value;
                }
            }
            throw new DiscardedCase("a filter refused " + FILTER_TRIES_MAX + " values in a row");
        };
    }

    /** The values of this generator and, one time in eight, null. */
    default Gen<T> orNull() {
        return choices -> choices.upTo(7) == 7 ? null : generate(choices);
    }

    /** Lists of 0 to {@link #DEFAULT_SIZE_MAX} values. */
    default Gen<List<T>> list() {
        return list(0, DEFAULT_SIZE_MAX);
    }

    /** Lists of {@code min} to {@code max} values, now and then of exactly as many; the lists may be changed. */
    default Gen<List<T>> list(int min, int max) {
        return choices -> {
            int suggested = choices.suggestedSize(min, max);
            List<T> values = new ArrayList<>();
            while (values.size() < min || values.size() < max && choices.oneMore(values.size() < suggested)) {
                values.add(generate(choices));
            }
            return values;
        };
    }

    /** Arrays of {@code min} to {@code max} values. */
    default Gen<T[]> array(IntFunction<T[]> factory, int min, int max) {
        return list(min, max).map(values -> values.toArray(factory));
    }

    /** Sets, in the order of making, of at most {@code max} values. */
    default Gen<Set<T>> set(int max) {
        return list(0, max).map(LinkedHashSet::new);
    }

    /** Maps, in the order of making, of at most {@code max} entries. */
    static <K, V> Gen<Map<K, V>> maps(Gen<K> keys, Gen<V> values, int max) {
        Gen<Map.Entry<K, V>> entries = choices -> new SimpleEntry<>(keys.generate(choices), values.generate(choices));
        return entries.list(0, max).map(list -> {
            Map<K, V> map = new LinkedHashMap<>();
            list.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
            return map;
        });
    }

    /** Always the same value. */
    static <T> Gen<T> constant(T value) {
        return choices -> value;
    }

    /** One of the values, the first being the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> elements(T... values) {
        List<T> all = List.of(values);
        return choices -> all.get((int) choices.upTo(all.size() - 1L));
    }

    /** The values of one of the generators, the first being the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> oneOf(Gen<? extends T>... generators) {
        List<Gen<? extends T>> all = List.of(generators);
        return choices -> all.get((int) choices.upTo(all.size() - 1L)).generate(choices);
    }

    /** The values of one of the generators, each taken as often as its weight says, the first being the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> frequency(Weighted<? extends T>... generators) {
        List<Weighted<? extends T>> all = List.of(generators);
        long sum = all.stream().mapToLong(Weighted::weight).sum();
        return choices -> {
            long left = choices.upTo(sum - 1);
            int taken = 0;
            while (left >= all.get(taken).weight()) {
                left -= all.get(taken++).weight();
            }
            return all.get(taken).generator().generate(choices);
        };
    }

    /** A generator and how often {@link #frequency} takes it. */
    static <T> Weighted<T> weighted(int weight, Gen<T> generator) {
        return new Weighted<>(weight, generator);
    }

    /** The results of a function of two values; for more, write the generator as a lambda. */
    static <A, B, R> Gen<R> combine(
            Gen<A> first, Gen<B> second, BiFunction<? super A, ? super B, ? extends R> function) {
        return choices -> {
            A a = first.generate(choices);
            return function.apply(a, second.generate(choices));
        };
    }

    /** Values nested at most {@code depthMax} deep: leaves, or what {@code deeper} makes of values one level less deep. */
    static <T> Gen<T> nested(Gen<T> leaf, UnaryOperator<Gen<T>> deeper, int depthMax) {
        Gen<T> generator = leaf;
        for (int depth = 0; depth < depthMax; depth++) {
            generator = oneOf(leaf, deeper.apply(generator));
        }
        return generator;
    }

    /** False and true. */
    static Gen<Boolean> booleans() {
        return choices -> choices.upTo(1) == 1;
    }

    /** All ints, with the ends, the small and powers of two more often. */
    static Gen<Integer> integers() {
        return integers(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Ints from {@code min} to {@code max} inclusive; the one nearest to zero is the simplest. */
    static Gen<Integer> integers(int min, int max) {
        return longs(min, max).map(Long::intValue);
    }

    /** All longs, with the ends, the small and powers of two more often. */
    static Gen<Long> longs() {
        return longs(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Longs from {@code min} to {@code max} inclusive; the one nearest to zero is the simplest. */
    static Gen<Long> longs(long min, long max) {
        return Numbers.longs(min, max);
    }

    /** All doubles: NaN, both zeros and infinities, the smallest and largest, whole ones, fractions and any bits. */
    static Gen<Double> doubles() {
        return Numbers.doubles();
    }

    /** All doubles but NaN and the infinities. */
    static Gen<Double> finiteDoubles() {
        return doubles().filter(Double::isFinite);
    }

    /** All floats, as {@link #doubles()}. */
    static Gen<Float> floats() {
        return Numbers.floats();
    }

    /** All bytes. */
    static Gen<Byte> bytes() {
        return integers(Byte.MIN_VALUE, Byte.MAX_VALUE).map(Integer::byteValue);
    }

    /** All shorts. */
    static Gen<Short> shorts() {
        return integers(Short.MIN_VALUE, Short.MAX_VALUE).map(Integer::shortValue);
    }

    /** All chars, letters more often. */
    static Gen<Character> chars() {
        return Texts.chars();
    }

    /** All strings a JVM can hold: empty ones, letters, any script, surrogate pairs and surrogates that stand alone. */
    static Gen<String> strings() {
        return Texts.strings(true);
    }

    /** Strings that are well-formed Unicode: as {@link #strings()}, without surrogates that stand alone. */
    static Gen<String> text() {
        return Texts.strings(false);
    }

    /** Words of 1 to {@code max} lower-case ASCII letters. */
    static Gen<String> words(int max) {
        return Texts.words(max);
    }

    /** Byte arrays of at most {@code max} bytes. */
    static Gen<byte[]> byteArrays(int max) {
        return bytes().list(0, max).map(values -> {
            byte[] array = new byte[values.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = values.get(i);
            }
            return array;
        });
    }

    /** A generator with the weight that {@link Gen#frequency} gives it; the weight is 1 or more. */
    record Weighted<T>(int weight, Gen<T> generator) {
        public Weighted {
            if (weight < 1) {
                throw new IllegalArgumentException(
                        "the weight " + weight + " is below 1; leave the generator out instead");
            }
        }
    }
}
