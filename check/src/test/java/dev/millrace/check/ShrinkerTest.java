package dev.millrace.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each test names a law that does not hold and the smallest value that breaks it, which must be found from many seeds. */
final class ShrinkerTest {
    @Test
    void findsTheSmallestNumber() {
        assertSmallest(Gen.longs(), value -> value < 1_000_003, 1_000_003L);
        assertSmallest(Gen.longs(), value -> value > -17, -17L);
        assertSmallest(Gen.longs(100, 1L << 60), value -> value < 12_345, 12_345L);
    }

    @Test
    void findsTheShortestList() {
        assertSmallest(Gen.integers().list(), list -> list.size() < 3, List.of(0, 0, 0));
        assertSmallest(Gen.integers(0, 1000).list(), list -> !list.contains(500), List.of(500));
        assertSmallestPasses(
                Gen.integers(0, 1000).list(),
                list -> list.stream().mapToInt(Integer::intValue).sum() < 1001,
                list -> list.size() == 2 && list.get(0) + list.get(1) == 1001);
    }

    @Test
    void shrinksThroughMapFlatMapAndFilter() {
        Gen<List<Integer>> sized = Gen.integers(0, 30)
                .flatMap(length -> Gen.integers(0, 99).map(value -> value * 2).list(length, length));

        assertSmallest(sized, list -> list.stream().noneMatch(value -> value > 10), List.of(12));
        assertSmallest(Gen.integers().filter(value -> value % 2 != 0), value -> value < 50, 51);
    }

    @Test
    void findsTheSimplestString() {
        assertSmallest(Gen.strings(), String::isEmpty, "a");
        assertSmallest(Gen.strings(), text -> text.chars().noneMatch(c -> c == 'q'), "q");
        assertSmallest(Gen.text(), text -> text.codePoints().allMatch(point -> point < 0x10000), "\ud800\udc00");
    }

    @Test
    void findsTheSmallestMap() {
        assertSmallest(Gen.maps(Gen.words(5), Gen.integers(), 50), map -> !map.containsValue(42), Map.of("a", 42));
    }

    @Test
    void keepsToTheErrorItStartedFrom() {
        Trial<Integer> trial = new Trial<>(Gen.integers(0, 1_000_000), value -> {
            if (value > 1000) {
                throw new IllegalStateException("large");
            }
            throw new IllegalArgumentException("small");
        });
        Outcome.Failed large = (Outcome.Failed) trial.run(Choices.replayed(new long[] {5000}));

        Outcome.Failed smallest = new Shrinker(trial, 1000).smallest(large);

        assertThat(trial.value(smallest.tape())).isEqualTo(1001);
    }

    @Test
    void stopsWhenItsAttemptsAreUsedUp() {
        Trial<List<Long>> trial =
                new Trial<>(Gen.longs().list(50, 50), list -> assertThat(list).isEmpty());
        Outcome.Failed found = (Outcome.Failed) trial.run(Choices.thrown(new Dice(1), 50));
        Shrinker shrinker = new Shrinker(trial, 25);

        shrinker.smallest(found);

        assertThat(shrinker.attempts()).isEqualTo(25);
    }

    private static <T> void assertSmallest(Gen<T> generator, Predicate<T> law, T expected) {
        assertSmallestPasses(generator, law, smallest -> smallest.equals(expected));
    }

    private static <T> void assertSmallestPasses(Gen<T> generator, Predicate<T> law, Predicate<T> expected) {
        Trial<T> trial = new Trial<>(generator, value -> {
            if (!law.test(value)) {
                throw new AssertionError("broken");
            }
        });
        for (long seed = 0; seed < 20; seed++) {
            Outcome.Failed found = firstFailure(trial, seed);
            T smallest = trial.value(new Shrinker(trial, 5000).smallest(found).tape());
            assertThat(expected.test(smallest))
                    .as("smallest from seed %s is %s", seed, smallest)
                    .isTrue();
        }
    }

    private static Outcome.Failed firstFailure(Trial<?> trial, long seed) {
        return LongStream.range(0, 100_000)
                .mapToObj(index -> trial.run(Choices.thrown(Dice.ofCase(seed, (int) index), 100)))
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
