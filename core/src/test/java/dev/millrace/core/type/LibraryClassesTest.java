package dev.millrace.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes of the Java library that people put into records. */
class LibraryClassesTest {

    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());

    record ByLength() implements Comparator<String> {
        @Override
        public int compare(String left, String right) {
            return Integer.compare(left.length(), right.length());
        }
    }

    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;
    }

    static final class Counts extends HashMap<String, Integer> {
        private static final long serialVersionUID = 1;
    }

    static Stream<Object> equalAgain() {
        Words words = new Words();
        words.add("w");
        Counts counts = new Counts();
        counts.put("c", 1);
        return Stream.of(
                words,
                counts,
                EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS),
                EnumSet.noneOf(TimeUnit.class),
                new EnumMap<>(Map.of(TimeUnit.DAYS, new ArrayList<>(List.of(1)))),
                new EnumMap<TimeUnit, String>(TimeUnit.class),
                StandardOpenOption.READ,
                Arrays.asList(1, null),
                new Vector<>(List.of(1)),
                new CopyOnWriteArrayList<>(List.of("x")),
                Collections.unmodifiableList(new ArrayList<>(Arrays.asList(1, null))),
                Collections.synchronizedList(new ArrayList<>(List.of(1))),
                List.of(1, 2, 3).subList(1, 2),
                new ArrayList<>(List.of(1, 2, 3)).subList(0, 2),
                Collections.emptyList(),
                Collections.singleton("s"),
                Set.of(1, 2, 3),
                Map.of("a", 1),
                Map.entry("a", 1),
                Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("a", 1))),
                new ConcurrentHashMap<>(Map.of("a", 1)),
                new Properties(),
                OptionalInt.of(5),
                OptionalInt.empty(),
                Locale.GERMANY,
                Currency.getInstance("EUR"),
                URI.create("http://example.org/x"),
                Period.of(1, 2, 3),
                Duration.ofMillis(-5),
                LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4),
                OffsetDateTime.parse("2024-02-29T01:02:03.000000004+02:00"),
                ZonedDateTime.of(LocalDateTime.of(2024, 10, 27, 2, 30), ZoneId.of("Europe/Berlin"))
                        .withLaterOffsetAtOverlap(),
                BitSet.valueOf(new long[] {5, 7}),
                java.sql.Timestamp.valueOf("2024-01-01 00:00:00.123456789"),
                java.sql.Date.valueOf("2024-01-01"),
                String.class,
                int.class,
                int[][].class);
    }

    @ParameterizedTest
    @MethodSource("equalAgain")
    void valuesThatAreEqualAgain(Object value) throws IOException {
        assertThat(again(value)).isEqualTo(value);
        assertThat(types.copy(value)).isEqualTo(value);
    }

    @Test
    void collectionsKeepTheirOrder() throws IOException {
        TreeSet<String> reversed = new TreeSet<>(Comparator.reverseOrder());
        reversed.addAll(List.of("a", "b"));
        assertThat(again(reversed)).containsExactly("b", "a");
        TreeMap<String, Integer> byLength = new TreeMap<>(new ByLength());
        byLength.putAll(Map.of("long", 1, "x", 2));
        assertThat(again(byLength).put("y", 3)).isEqualTo(2);
        PriorityQueue<Integer> queue = new PriorityQueue<>(Collections.reverseOrder());
        queue.addAll(List.of(1, 3, 2));
        assertThat(again(queue).poll()).isEqualTo(3);
        assertThat(types.typeOf(queue).copy(queue)).isInstanceOf(PriorityQueue.class);
        assertThat(again(new ArrayDeque<>(List.of(1, 2)))).containsExactly(1, 2);
    }

    @Test
    void immutableCollectionsOfImmutableValuesAreShared() throws IOException {
        List<Object> shared = List.of("a", Map.of(1, Set.of(2L)));
        assertThat(types.copy(shared)).isSameAs(shared);
        List<Object> mutable = List.of(new ArrayList<>());
        assertThat(types.copy(mutable)).isNotSameAs(mutable).isEqualTo(mutable);
        List<String> behind = new ArrayList<>(List.of("a"));
        Object view = Collections.unmodifiableList(behind);
        Object copy = types.copy(view);
        behind.add("b");
        assertThat(copy).isEqualTo(List.of("a"));
        assertThat(again(List.of("x"))).isUnmodifiable();
    }

    @Test
    void nestedArraysKeepTheirClasses() throws IOException {
        Object[] nested = {new int[][] {{1}, null, {}}, new String[][] {{"a"}}, new Object[] {1L}, new TimeUnit[1]};
        Object[] read = again(nested);
        assertThat(Arrays.deepEquals(read, nested)).isTrue();
        assertThat(read[1]).isInstanceOf(String[][].class);
        assertThat(types.equal(read, nested)).isTrue();
        assertThat(types.hash(read)).isEqualTo(types.hash(nested));
        Object[] copy = (Object[]) types.copy(nested);
        ((int[][]) copy[0])[0][0] = 9;
        assertThat(((int[][]) nested[0])[0][0]).isEqualTo(1);
    }

    @Test
    void holdersPatternsAndThrowables() throws IOException {
        assertThat(again(new AtomicLong(5)).get()).isEqualTo(5);
        assertThat(again(Pattern.compile("a+", Pattern.CASE_INSENSITIVE))
                        .matcher("AA")
                        .matches())
                .isTrue();
        assertThat(again(new StringBuilder("x☃"))).hasToString("x☃");
        IllegalStateException error = new IllegalStateException("why", new IOException("because"));
        assertThat(again(error)).hasMessage("why").hasCauseInstanceOf(IOException.class);
        assertThat(again(error).getStackTrace()).isEqualTo(error.getStackTrace());
    }

    @SuppressWarnings("unchecked")
    private <T> T again(T value) throws IOException {
        Schemas schemas = types.newSchemas();
        BytesOutput out = new BytesOutput();
        schemas.write(value, out);
        BytesInput in = new BytesInput(out.toByteArray());
        T read = (T) schemas.read(in);
        assertThat(in.remaining()).isZero();
        return read;
    }
}
