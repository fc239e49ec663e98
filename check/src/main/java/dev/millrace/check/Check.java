package dev.millrace.check;

/**
 * Runs properties over generated cases. A failure names the seed, the case and the smallest counterexample found; the
 * system property {@value #SEED_PROPERTY} runs the same cases again.
 *
 * <pre>{@code
 * Check.forAll(Gen.integers().list(), list -> assertThat(reverse(reverse(list))).isEqualTo(list));
 * Check.cases(2000).withSeed(42).run(Gen.strings(), text -> roundTrip(text));
 * }</pre>
 *
 * @param cases how many cases are run
 * @param seed what fixes the cases
 * @param shrinkAttemptsMax how many smaller cases are tried after a failure
 */
public record Check(int cases, long seed, int shrinkAttemptsMax) {
    /** The system property that fixes the seed of all properties that do not fix their own. */
    public static final String SEED_PROPERTY = "millrace.check.seed";

    private static final int CASES = 200;
    private static final int SHRINK_ATTEMPTS_MAX = 5_000;
    private static final int RENDERED_LENGTH_MAX = 10_000;

    /** A check of so many cases. */
    public static Check cases(int cases) {
        return new Check(cases, freshSeed(), SHRINK_ATTEMPTS_MAX);
    }

    /** Runs a property over 200 cases. */
    public static <T> void forAll(Gen<T> generator, Property<? super T> property) {
        cases(CASES).run(generator, property);
    }

    /** Runs a property of two values over 200 cases. */
    public static <A, B> void forAll(Gen<A> first, Gen<B> second, Property.OfTwo<? super A, ? super B> property) {
        cases(CASES).run(first, second, property);
    }

    /** Runs a property of three values over 200 cases. */
    public static <A, B, C> void forAll(
            Gen<A> first, Gen<B> second, Gen<C> third, Property.OfThree<? super A, ? super B, ? super C> property) {
        cases(CASES).run(first, second, third, property);
    }

    /** This check with the cases of that seed, whatever the system property says. */
    public Check withSeed(long fixed) {
        return new Check(cases, fixed, shrinkAttemptsMax);
    }

    /** This check with so many tries to find a smaller counterexample; for properties whose cases take long. */
    public Check withShrinkAttemptsMax(int attempts) {
        return new Check(cases, seed, attempts);
    }

    /** Runs a property of two values. */
    public <A, B> void run(Gen<A> first, Gen<B> second, Property.OfTwo<? super A, ? super B> property) {
        run(Gen.combine(first, second, Two::new), pair -> property.check(pair.first(), pair.second()));
    }

    /** Runs a property of three values. */
    public <A, B, C> void run(
            Gen<A> first, Gen<B> second, Gen<C> third, Property.OfThree<? super A, ? super B, ? super C> property) {
        Gen<Three<A, B, C>> all =
                choices -> new Three<>(first.generate(choices), second.generate(choices), third.generate(choices));
        run(all, triple -> property.check(triple.first(), triple.second(), triple.third()));
    }

    /** Runs a property; the first case that fails is shrunk and thrown as an {@link AssertionError}. */
    public <T> void run(Gen<T> generator, Property<? super T> property) {
        Trial<T> trial = new Trial<>(generator, property);
        int discarded = 0;
        for (int index = 0; index < cases; index++) {
            Dice dice = Dice.ofCase(seed, index);
            Outcome outcome = trial.run(Choices.thrown(dice, sizeOfCase(index)));
            if (outcome instanceof Outcome.Failed failed) {
                throw report(trial, index, failed);
            }
            discarded += outcome instanceof Outcome.Discarded ? 1 : 0;
        }
        if (discarded > cases / 2) {
            throw new AssertionError("filters refused " + discarded + " of " + cases
                    + " cases, so that little was checked;" + " generate what the filter wants instead");
        }
    }

    /** Sizes grow from 1 to 100 with the cases, so that small counterexamples are met first. */
    private int sizeOfCase(int index) {
        return 1 + (int) (99L * index / Math.max(1, cases - 1));
    }

    private <T> AssertionError report(Trial<T> trial, int index, Outcome.Failed found) {
        Shrinker shrinker = new Shrinker(trial, shrinkAttemptsMax);
        Outcome.Failed smallest = shrinker.smallest(found);
        String message = "the property does not hold (case " + (index + 1) + " of " + cases + ", seed " + seed + ", "
                + shrinker.attempts() + " smaller cases tried)\n  counterexample: " + rendered(trial, smallest)
                + "\n  first found as: " + rendered(trial, found)
                + "\n  because: " + smallest.cause()
                + "\n  run it again with -D" + SEED_PROPERTY + "=" + seed;
        return new AssertionError(message, smallest.cause());
    }

    /** Made anew from the tape, because the property may have changed the value it was given. */
    private static <T> String rendered(Trial<T> trial, Outcome.Failed failed) {
        String text = Rendering.of(trial.value(failed.tape()));
        return text.length() <= RENDERED_LENGTH_MAX
                ? text
                : text.substring(0, RENDERED_LENGTH_MAX) + "… (" + text.length() + " characters)";
    }

    private static long freshSeed() {
        Long fixed = Long.getLong(SEED_PROPERTY);
        return fixed != null ? fixed : new Dice(System.nanoTime()).bits() >>> 16;
    }

    private record Two<A, B>(A first, B second) {
        @Override
        public String toString() {
            return Rendering.of(first) + "; " + Rendering.of(second);
        }
    }

    private record Three<A, B, C>(A first, B second, C third) {
        @Override
        public String toString() {
            return Rendering.of(first) + "; " + Rendering.of(second) + "; " + Rendering.of(third);
        }
    }
}
