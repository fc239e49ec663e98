package dev.millrace.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CheckTest {
    @Test
    void runsAsManyCasesAsAskedFor() {
        List<Integer> seen = new ArrayList<>();

        Check.cases(321).run(Gen.integers(), value -> seen.add(value));

        assertThat(seen).hasSize(321);
    }

    @Test
    void givesTheSameCasesForTheSeedInEveryJvm() {
        List<Integer> seen = new ArrayList<>();

        Check.cases(6).withSeed(42).run(Gen.integers(0, 1_000_000), value -> seen.add(value));

        assertThat(seen).containsExactly(999_999, 7, 692_266, 3_250, 3, 295_379);
    }

    @Test
    void throwsTheDiceOfThePaper() {
        SplittableRandom oracle = new SplittableRandom(2014);
        Dice dice = new Dice(2014);

        for (int i = 0; i < 100; i++) {
            assertThat(dice.bits()).isEqualTo(oracle.nextLong());
        }
    }

    @Test
    void givesOtherCasesForAnotherSeed() {
        Gen<List<Long>> lists = Gen.longs().list(20, 20);

        assertThat(casesOf(lists, 1)).isEqualTo(casesOf(lists, 1)).isNotEqualTo(casesOf(lists, 2));
    }

    @Test
    void namesSeedCaseAndCounterexampleOfAFailure() {
        AssertionError error =
                failureOf(Gen.integers(0, 100_000), value -> assertThat(value).isLessThan(77));

        assertThat(error)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("counterexample: 77\n")
                .hasMessageContaining("-Dmillrace.check.seed=7")
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void takesTheSeedOfTheSystemProperty() {
        System.setProperty(Check.SEED_PROPERTY, "12345");
        try {
            assertThat(Check.cases(1).seed()).isEqualTo(12345);
        } finally {
            System.clearProperty(Check.SEED_PROPERTY);
        }
    }

    @Test
    void showsTheCounterexampleAsItWasBeforeThePropertyChangedIt() {
        AssertionError error = failureOf(Gen.integers(5, 9).list(1, 3), list -> {
            list.clear();
            throw new IllegalStateException("always");
        });

        assertThat(error).hasMessageContaining("counterexample: [5]");
    }

    @Test
    void writesStringsSoThatTheyCanBeRead() {
        AssertionError error = failureOf(
                Gen.constant("a\"\ud800"),
                Gen.constant(new int[] {1, 2}),
                (text, numbers) -> assertThat(text).isEmpty());

        assertThat(error).hasMessageContaining("counterexample: \"a\\\"\\ud800\"; {1, 2}");
    }

    @Test
    void failsWhenFiltersLeaveLittleToCheck() {
        Gen<Integer> none = Gen.integers().filter(value -> false);

        assertThatThrownBy(() -> Check.forAll(none, value -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("200 of 200 cases")
                .hasMessageContaining("generate what the filter wants instead");
    }

    @Test
    void countsAStackOverflowAsAFailureOfTheProperty() {
        AssertionError error = failureOf(Gen.integers(), CheckTest::recurse);

        assertThat(error).hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void passesTwoAndThreeValues() {
        assertThatCode(() -> Check.forAll(
                        Gen.integers(),
                        Gen.words(3),
                        (number, word) -> assertThat(word.length()).isBetween(1, 3)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Check.forAll(
                        Gen.booleans(),
                        Gen.integers(0, 9),
                        Gen.integers(0, 9),
                        (flag, a, b) -> assertThat(flag && a > 3).isFalse()))
                .hasMessageContaining("counterexample: true; 4; 0");
    }

    private static int recurse(int value) {
        return recurse(value + 1) + 1;
    }

    private static <T> List<T> casesOf(Gen<T> generator, long seed) {
        List<T> seen = new ArrayList<>();
        Check.cases(10).withSeed(seed).run(generator, seen::add);
        return seen;
    }

    private static <T> AssertionError failureOf(Gen<T> generator, Property<T> property) {
        return catchThrowableOfType(
                AssertionError.class, () -> Check.cases(200).withSeed(7).run(generator, property));
    }

    private static <A, B> AssertionError failureOf(Gen<A> first, Gen<B> second, Property.OfTwo<A, B> property) {
        return catchThrowableOfType(
                AssertionError.class, () -> Check.cases(200).withSeed(7).run(first, second, property));
    }
}
