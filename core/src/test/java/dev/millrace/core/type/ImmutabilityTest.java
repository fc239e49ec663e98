package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.tuple.Tuple2;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be shared by reference is decided by the class alone, and what may not is copied. */
class ImmutabilityTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    enum Level {
        LOW
    }

    record Plain(int a, String b, Instant c, Level d, Long e) {}

    record Cons(String head, Cons tail) {}

    sealed interface Expression permits Constant, Sum {}

    record Constant(double value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    static class AllFinal {
        final long a = 1;
        final Plain b = null;
    }

    static class Cached {
        final long a = 1;
        transient int hash;
    }

    record WithArray(int[] numbers) {}

    record WithDate(Date date) {}

    record WithList(List<String> list) {}

    record WithObject(Object object) {}

    sealed interface Leaky permits Open {}

    static non-sealed class Open implements Leaky {
        final int a = 1;
    }

    record WithLeaky(Leaky leaky) {}

    static Stream<Class<?>> immutable() {
        return Stream.of(
                String.class,
                Long.class,
                Level.class,
                Plain.class,
                Cons.class,
                Constant.class,
                Sum.class,
                AllFinal.class,
                Open.class);
    }

    static Stream<Class<?>> mutable() {
        return Stream.of(
                Date.class,
                int[].class,
                ArrayList.class,
                Tuple2.class,
                Cached.class,
                WithArray.class,
                WithDate.class,
                WithList.class,
                WithObject.class,
                WithLeaky.class);
    }

    @ParameterizedTest
    @MethodSource("immutable")
    void classesWithoutAnythingToChange(Class<?> valueClass) {
        assertThat(types.of(valueClass).immutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mutable")
    void classesWithSomethingToChange(Class<?> valueClass) {
        assertThat(types.of(valueClass).immutable()).isFalse();
    }

    @Test
    void aRecordIsSharedWhenItsValuesAre() {
        WithObject fixed = new WithObject(List.of("a", new Plain(1, "b", null, null, null)));
        assertThat(types.copy(fixed)).isSameAs(fixed);
        WithObject loose = new WithObject(new Date(5));
        WithObject copy = (WithObject) types.copy(loose);
        ((Date) loose.object()).setTime(6);
        assertThat(copy).isEqualTo(new WithObject(new Date(5)));
    }

    @Test
    void aLongChainOfImmutableObjectsIsSharedAtOnce() {
        Cons chain = null;
        for (int i = 0; i < 100_000; i++) {
            chain = new Cons("x", chain);
        }
        assertThat(types.copy(chain)).isSameAs(chain);
    }

    @Test
    void manyThreadsUseOneTypeSystem() {
        Object[] values = {
            Tuple2.of("a", 1L),
            new WithObject(new ArrayList<>(List.of(1))),
            new Sum(new Constant(1), new Constant(2)),
            new WithArray(new int[] {1}),
            new Date(3),
            "text",
            4L
        };
        int[] hashes = IntStream.range(0, values.length)
                .map(i -> types.hash(values[i]))
                .toArray();
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            TypeSystem each = i % 100 == 0 ? TypeSystem.create(getClass().getClassLoader()) : types;
            Object copy = each.copy(values[i % values.length]);
            assertThat(each.hash(copy)).isEqualTo(hashes[i % values.length]);
        });
    }
}
