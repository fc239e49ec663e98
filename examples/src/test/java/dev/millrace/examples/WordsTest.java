package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words are cut as the definition says, character by character. */
final class WordsTest {

    @Test
    void wordsAreCutAsByTheDefinition() {
        Check.forAll(
                Gen.oneOf(
                        Gen.text(),
                        Gen.elements("Hello", "a_1", " ", "\u212A", "\u0130x", "--")
                                .list()
                                .map(l -> String.join("", l))),
                line -> {
                    List<String> oracle = Arrays.stream(
                                    line.replaceAll("[^A-Za-z0-9_]", " ").split(" "))
                            .filter(word -> !word.isEmpty())
                            .map(word -> word.toLowerCase(java.util.Locale.ROOT))
                            .toList();
                    assertThat(words(line)).isEqualTo(oracle);
                });
    }

    @Test
    void everyWordCountsOne() {
        List<Tuple2<String, Long>> out = new ArrayList<>();
        new Words().flatMap("A a", collector(out));
        assertThat(out).containsExactly(Tuple2.of("a", 1L), Tuple2.of("a", 1L));
    }

    private static List<String> words(String line) {
        List<Tuple2<String, Long>> out = new ArrayList<>();
        new Words().flatMap(line, collector(out));
        return out.stream().map(word -> word.f0).toList();
    }

    private static Collector<Tuple2<String, Long>> collector(List<Tuple2<String, Long>> out) {
        return out::add;
    }
}
