package dev.millrace.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Generators meet the cases that code gets wrong, and stay within their bounds. */
final class GenTest {
    @Test
    void numbersMeetTheirEndsAndZero() {
        assertThat(sample(Gen.integers())).contains(0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(sample(Gen.longs())).contains(0L, -1L, 1L, Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(sample(Gen.bytes())).contains((byte) 0, Byte.MAX_VALUE, Byte.MIN_VALUE);
        assertThat(sample(Gen.shorts())).contains((short) 0, Short.MAX_VALUE, Short.MIN_VALUE);
    }

    @Test
    void numbersStayWithinTheirBounds() {
        Gen<List<Long>> bounds =
                Gen.longs().list(2, 2).map(pair -> pair.stream().sorted().toList());

        Check.forAll(
                bounds,
                pair -> assertThat(sample(Gen.longs(pair.get(0), pair.get(1)), 20))
                        .allMatch(value -> value >= pair.get(0) && value <= pair.get(1)));
        assertThatThrownBy(() -> Gen.longs(2, 1)).hasMessageContaining("swap the bounds");
    }

    @Test
    void doublesMeetNanZerosAndInfinities() {
        List<Long> bits =
                sample(Gen.doubles()).stream().map(Double::doubleToLongBits).toList();

        assertThat(bits)
                .contains(Double.doubleToLongBits(-0.0), Double.doubleToLongBits(0.0))
                .contains(Double.doubleToLongBits(Double.NaN), Double.doubleToLongBits(Double.MIN_VALUE))
                .contains(Double.doubleToLongBits(Double.NEGATIVE_INFINITY));
        assertThat(sample(Gen.finiteDoubles())).allMatch(Double::isFinite);
        assertThat(sample(Gen.floats()))
                .anyMatch(value -> Float.isNaN(value))
                .anyMatch(value -> value == 0.5f || value > 1);
    }

    @Test
    void stringsMeetTheEmptyOneAndAllKindsOfSurrogates() {
        List<String> strings = sample(Gen.strings());

        assertThat(strings)
                .contains("")
                .anyMatch(text -> text.codePoints().anyMatch(Character::isSupplementaryCodePoint))
                .anyMatch(text -> !isWellFormed(text))
                .anyMatch(text -> text.length() > 50);
        assertThat(sample(Gen.text())).allMatch(GenTest::isWellFormed);
        assertThat(sample(Gen.words(7))).allMatch(word -> word.matches("[a-z]{1,7}"));
    }

    @Test
    void collectionsKeepTheirSizes() {
        assertThat(sample(Gen.integers().list(2, 1000)))
                .allMatch(list -> list.size() >= 2 && list.size() <= 1000)
                .anyMatch(list -> list.size() == 2)
                .anyMatch(list -> list.size() == 1000);
        assertThat(sample(Gen.integers(0, 3).set(10))).allMatch(set -> set.size() <= 4);
        assertThat(sample(Gen.words(2).array(String[]::new, 1, 4)))
                .allMatch(array -> array.length >= 1 && array.length <= 4);
        assertThat(sample(Gen.byteArrays(9)))
                .anyMatch(array -> array.length == 0)
                .allMatch(array -> array.length <= 9);
        assertThat(sample(Gen.maps(Gen.integers(), Gen.chars(), 5))).allMatch(map -> map.size() <= 5);
    }

    @Test
    void choicesAreTakenByWeight() {
        Gen<String> mostlyCommon =
                Gen.frequency(Gen.weighted(9, Gen.constant("common")), Gen.weighted(1, Gen.constant("rare")));

        long rare = sample(mostlyCommon).stream().filter("rare"::equals).count();

        assertThat(rare).isBetween(100L, 400L);
        assertThat(sample(Gen.elements("a", "b"))).contains("a", "b");
        assertThat(sample(Gen.oneOf(Gen.constant(1), Gen.constant(2L)))).contains(1, 2L);
        assertThat(sample(Gen.integers(1, 2).orNull())).contains(1, 2, null);
        assertThatThrownBy(() -> Gen.weighted(0, Gen.booleans())).hasMessageContaining("weight 0");
    }

    @Test
    void nestedValuesKeepTheirDepth() {
        Gen<Object> lists =
                Gen.nested(Gen.constant("leaf"), inner -> inner.list(0, 2).map(list -> list), 3);

        assertThat(sample(lists).stream().mapToInt(GenTest::depth).max()).hasValue(3);
    }

    @Test
    void recordsAreBuiltByALambda() {
        record Point(int x, int y) {}
        Gen<Integer> coordinates = Gen.integers(-5, 5);
        Gen<Point> points = choices -> new Point(coordinates.generate(choices), coordinates.generate(choices));

        assertThat(sample(points)).contains(new Point(0, 0), new Point(-5, 5));
    }

    @Test
    void aCaseThatNeverEndsIsNamed() {
        Gen<List<Integer>> endless = choices -> {
            while (true) {
                choices.upTo(1);
            }
        };

        assertThatThrownBy(() -> endless.generate(Choices.replayed(new long[0])))
                .hasMessageContaining("bound the sizes of its collections");
    }

    private static int depth(Object value) {
        return value instanceof List<?> list
                ? 1 + list.stream().mapToInt(GenTest::depth).max().orElse(0)
                : 0;
    }

    private static boolean isWellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }

    private static <T> List<T> sample(Gen<T> generator) {
        return sample(generator, 2000);
    }

    private static <T> List<T> sample(Gen<T> generator, int count) {
        List<T> values = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(index -> values.add(generator.generate(Choices.thrown(Dice.ofCase(99, index), 100))));
        return values;
    }
}
