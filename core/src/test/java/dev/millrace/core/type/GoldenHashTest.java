package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.row.Row;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.tuple.Tuple3;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The structural hash is the same for ever. The numbers were computed by a program in another language, from the text of
 * the package's description; a change here moves the keys of every savepoint.
 */
class GoldenHashTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    enum Color {
        GREEN
    }

    record Point(int x, String name) {}

    record Pair(Point first, Object second) {}

    static final class Pojo {
        private final String name;
        private final int first;
        private final long aFieldOfItsOwn;

        Pojo(String name, int first, int second) {
            this.name = name;
            this.first = first;
            this.aFieldOfItsOwn = second;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pojo that
                    && name.equals(that.name)
                    && first == that.first
                    && aFieldOfItsOwn == that.aFieldOfItsOwn;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, first, aFieldOfItsOwn);
        }
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("", -1832243442),
                Arguments.of("word", 1663994012),
                Arguments.of("Grüße ☃", 955279532),
                Arguments.of(0, -1832243442),
                Arguments.of(-1, 920564995),
                Arguments.of(0L, -1532285206),
                Arguments.of(1L << 40, -2032509537),
                Arguments.of(-1L, -324471520),
                Arguments.of(true, -1767835285),
                Arguments.of('a', -1231253692),
                Arguments.of((byte) -1, 920564995),
                Arguments.of(1.5, 1320658525),
                Arguments.of(-0.0, 1589153121),
                Arguments.of(2.5f, -1875850495),
                Arguments.of(new BigInteger("12"), 1007213640),
                Arguments.of(new BigInteger("123456789012345678901234567890"), -1926173039),
                Arguments.of(new BigDecimal("1.00"), -1159547740),
                Arguments.of(new UUID(1, 2), 364390448),
                Arguments.of(Instant.ofEpochSecond(5, 7), -1880256480),
                Arguments.of(LocalDate.ofEpochDay(19000), 2021807702),
                Arguments.of(new Date(99), -1448433237),
                Arguments.of(Color.GREEN, 1945006004),
                Arguments.of(Tuple2.of("a", 1L), -1479387591),
                Arguments.of(Tuple3.of(null, 1, "x"), -1171466889),
                Arguments.of(new Point(3, "p"), -1101469788),
                Arguments.of(new Pojo("b", 1, 2), 398074356),
                Arguments.of(List.of("a", "b"), 1564061131),
                Arguments.of(new LinkedList<>(List.of("a", "b")), 1564061131),
                Arguments.of(Set.of(1, 2, 3), 558465730),
                Arguments.of(Map.of("k", 1L), -421559066),
                Arguments.of(new int[] {1, 2}, 2097611264),
                Arguments.of(new String[] {"a", null}, 698308435),
                Arguments.of(Optional.of("a"), -562525051),
                Arguments.of(Row.of("a", 1), 1590092778),
                Arguments.of(new Pair(new Point(1, "q"), 2), 769740206));
    }

    @ParameterizedTest
    @MethodSource("values")
    void hashesAreTheSameForEver(Object value, int hash) {
        assertThat(types.hash(value)).isEqualTo(hash);
        assertThat(types.typeOf(value).hash(value)).isEqualTo(hash);
    }
}
