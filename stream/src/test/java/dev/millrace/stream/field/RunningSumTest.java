package dev.millrace.stream.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.trial.OperatorTrial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningSumTest {

    private static final KeySelector<Tuple2<Object, Object>, Object> FIRST_LETTER =
            pair -> pair.f0.toString().substring(0, 1);

    private static OperatorTrial<Tuple2<Object, Object>, Tuple2<Object, Object>> trial() throws Exception {
        return OperatorTrial.of(Aggregations.runningSum(FieldPath.of(1)), FIRST_LETTER);
    }

    @Test
    void pairsOfKeysAndOthersComeToWhatAPlainReduceGives() {
        Gen<String> words = Gen.elements("a", "b", "ax", "bx", "by");
        Check.forAll(Gen.combine(words, Gen.integers(), Tuple2::of).list(0, 30), records -> {
            OperatorTrial<Tuple2<Object, Object>, Tuple2<Object, Object>> trial = trial();
            Map<String, Tuple2<Object, Object>> expected = new HashMap<>();
            for (Tuple2<String, Integer> pair : records) {
                trial.record(Tuple2.of(pair.f0, pair.f1));
                Tuple2<Object, Object> sum = expected.merge(
                        pair.f0.substring(0, 1),
                        Tuple2.of(pair.f0, pair.f1),
                        (a, b) -> Tuple2.of(a.f0, (Integer) a.f1 + (Integer) b.f1));
                assertThat(trial.values().get(trial.values().size() - 1)).isEqualTo(sum);
            }
        });
    }

    @Test
    void resultsAreObjectsOfTheirOwn() throws Exception {
        OperatorTrial<Tuple2<Object, Object>, Tuple2<Object, Object>> trial = trial();
        for (String word : List.of("a", "bx")) {
            trial.record(Tuple2.of(word, 1L));
            Tuple2<Object, Object> first = trial.values().get(trial.values().size() - 1);
            first.f1 = -100L;
            trial.record(Tuple2.of(word, 2L));
            assertThat(trial.values().get(trial.values().size() - 1).f1).isEqualTo(3L);
        }
    }

    @Test
    void aSumMayComeToAnyNumber() throws Exception {
        OperatorTrial<Tuple2<Object, Object>, Tuple2<Object, Object>> trial = trial();
        for (long value : new long[] {Long.MIN_VALUE, 1, 1, 1, -1, 5}) {
            trial.record(Tuple2.of("a", value));
        }
        assertThat(trial.values())
                .extracting(pair -> pair.f1)
                .containsExactly(
                        Long.MIN_VALUE,
                        Long.MIN_VALUE + 1,
                        Long.MIN_VALUE + 2,
                        Long.MIN_VALUE + 3,
                        Long.MIN_VALUE + 2,
                        Long.MIN_VALUE + 7);
    }

    @Test
    void theLastSumOfEachKeyIsOfTheKindOfItsLastNumber() {
        Gen<Number> numbers = Gen.oneOf(Gen.integers(0, 1_000), Gen.longs(0, 1L << 40));
        Check.forAll(
                Gen.combine(Gen.elements("a", "b", "c"), numbers, Tuple2::of).list(0, 30), records -> {
                    OperatorTrial<Tuple2<Object, Object>, Tuple2<Object, Object>> trial =
                            OperatorTrial.of(Aggregations.lastSum(FieldPath.of(1)), FIRST_LETTER);
                    Map<Object, Object> expected = new HashMap<>();
                    for (Tuple2<String, Number> pair : records) {
                        trial.record(Tuple2.of(pair.f0, pair.f1));
                        Number before = (Number) expected.getOrDefault(pair.f0, 0);
                        long sum = before.longValue() + pair.f1.longValue();
                        expected.put(pair.f0, pair.f1 instanceof Long ? (Object) sum : (Object) (int) sum);
                    }
                    trial.finish();
                    Map<Object, Object> last = new HashMap<>();
                    trial.values()
                            .forEach(pair ->
                                    assertThat(last.put(pair.f0, pair.f1)).isNull());
                    assertThat(last).isEqualTo(expected);
                });
    }
}
