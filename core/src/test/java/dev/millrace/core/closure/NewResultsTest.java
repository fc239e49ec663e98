package dev.millrace.core.closure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which results are seen to be new, and which must not. */
final class NewResultsTest {

    private static final List<Object> KEPT = new ArrayList<>();

    private static Object last;

    /** Its constructor tells somebody of it. */
    private static final class Told {
        private Object partner;

        private Told(Told other) {
            other.partner = this;
        }
    }

    /** So does this one, by the way of a list. */
    private static final class Listed {
        private Listed() {
            KEPT.add(this);
        }
    }

    private record Pair(String name, Object value) {
        Pair with(Object other) {
            return new Pair(name, other);
        }

        Pair self() {
            return this;
        }
    }

    private static boolean returnsNew(MapFunction<Pair, ?> function) {
        return NewResults.isReturnedBy(function, "map");
    }

    private static boolean collectsNew(FlatMapFunction<Pair, Object> function) {
        return NewResults.isCollectedBy(function, "flatMap");
    }

    private static Pair kept(Pair pair) {
        Pair made = new Pair("a", pair);
        last = made;
        return made;
    }

    private static Object either(boolean first) {
        if (first) {
            return new Pair("a", 1);
        }
        return KEPT;
    }

    private static void each(String text, Consumer<String> consumer) {
        consumer.accept(text);
    }

    private static void give(Collector<Object> out, Object value) {
        out.collect(Tuple2.of(1, value));
    }

    private static void giveAsItIs(Collector<Object> out, Object value) {
        out.collect(value);
    }

    private static void keep(Object anything) {
        KEPT.add(anything);
    }

    @Test
    void whatIsMadeInTheLastMomentIsNew() {
        assertThat(returnsNew(pair -> Tuple2.of(pair.name(), pair.value()))).isTrue();
        assertThat(returnsNew(pair -> new Pair(pair.name(), KEPT))).isTrue();
        assertThat(returnsNew(pair -> pair.with(last))).isTrue();
        assertThat(returnsNew(pair -> pair.name() + last)).isTrue();
        assertThat(returnsNew(pair -> (long) pair.name().length())).isTrue();
        assertThat(returnsNew(pair -> null)).isTrue();
    }

    @Test
    void aFunctionWithALifeOfItsOwnMayMakeItsResultsToo() {
        assertThat(returnsNew(new RichMapFunction<Pair, Object>() {
                    private static final long serialVersionUID = 1;
                    private long count;

                    @Override
                    public Object map(Pair pair) {
                        count++;
                        last = pair;
                        return Tuple2.of(pair.value(), count);
                    }
                }))
                .isTrue();
    }

    @Test
    void whatSomebodyElseMayHaveIsNot() {
        assertThat(returnsNew(pair -> pair)).isFalse();
        assertThat(returnsNew(pair -> pair.value())).isFalse();
        assertThat(returnsNew(pair -> pair.self())).isFalse();
        assertThat(returnsNew(pair -> last)).isFalse();
        assertThat(returnsNew(pair -> kept(pair))).isFalse();
        assertThat(returnsNew(pair -> last = new Pair("a", 1))).isFalse();
        assertThat(returnsNew(pair -> either(pair == null))).isFalse();
        assertThat(returnsNew(pair -> pair == null ? new Pair("a", 1) : last)).isFalse();
        assertThat(returnsNew(pair -> new Told(null))).isFalse();
        assertThat(returnsNew(pair -> new Listed())).isFalse();
        assertThat(returnsNew(pair -> List.of(pair))).isFalse();
    }

    @Test
    void whatIsMadeForTheCollectorIsNew() {
        assertThat(collectsNew((pair, out) -> out.collect(Tuple2.of(pair, 1)))).isTrue();
        assertThat(collectsNew((pair, out) -> each(pair.name(), word -> out.collect(new Pair(word, 1)))))
                .isTrue();
        assertThat(collectsNew((pair, out) -> give(out, pair))).isTrue();
        assertThat(collectsNew((pair, out) -> {})).isTrue();
    }

    @Test
    void whatIsCollectedAndKnownElsewhereIsNot() {
        assertThat(collectsNew((pair, out) -> out.collect(pair))).isFalse();
        assertThat(collectsNew((pair, out) -> {
                    Object made = Tuple2.of(pair, 1);
                    out.collect(made);
                    last = made;
                }))
                .isFalse();
        assertThat(collectsNew((pair, out) -> each(pair.name(), word -> out.collect(last))))
                .isFalse();
        assertThat(collectsNew((pair, out) -> giveAsItIs(out, pair))).isFalse();
    }

    @Test
    void aCollectorThatGoesOutOfSightMayBeGivenAnything() {
        assertThat(collectsNew((pair, out) -> keep(out))).isFalse();
        assertThat(collectsNew((pair, out) -> each(pair.name(), out::collect))).isFalse();
        assertThat(collectsNew((pair, out) -> {
                    Object hidden = out;
                    keep(hidden);
                    out.collect(Tuple2.of(pair, 1));
                }))
                .isFalse();
    }
}
