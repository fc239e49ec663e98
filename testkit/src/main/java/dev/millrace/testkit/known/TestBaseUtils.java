package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Comparisons of results with what a test expects as lines of text. */
@ModelApi
public class TestBaseUtils {

    /** Compares what is comparable by itself, the rest by its text. */
    @SuppressWarnings("unchecked") // values of one class that is comparable are comparable with each other
    static int compare(Object left, Object right) {
        return left instanceof Comparable<?> && left.getClass() == right.getClass()
                ? ((Comparable<Object>) left).compareTo(right)
                : left.toString().compareTo(right.toString());
    }

    /** The results as text are these lines, in any order. */
    public static <T> void compareResultAsText(List<T> result, String expected) {
        require(lines(expected).sorted().toList(), texts(result).sorted().toList());
    }

    /** The results as text are these lines, in this order. */
    public static <T> void compareOrderedResultAsText(List<T> result, String expected) {
        require(lines(expected).toList(), texts(result).toList());
    }

    /** All these lines are among the results as text. */
    public static <T> void containsResultAsText(List<T> result, String expected) {
        List<String> missing = lines(expected).collect(Collectors.toList());
        texts(result).forEach(missing::remove);
        require(List.of(), missing);
    }

    /** The same values, once both lists are in the comparator's order. */
    public static <X> void compareResultCollections(List<X> expected, List<X> actual, Comparator<X> comparator) {
        require(
                expected.stream().sorted(comparator).toList(),
                actual.stream().sorted(comparator).toList());
    }

    private static java.util.stream.Stream<String> lines(String text) {
        return text.isEmpty() ? java.util.stream.Stream.of() : Arrays.stream(text.split("\n"));
    }

    private static java.util.stream.Stream<String> texts(List<?> values) {
        return values.stream().map(Objects::toString);
    }

    private static void require(List<?> expected, List<?> actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + " but there is " + actual);
        }
    }
}
