package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.stream.custom.StreamRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Compares the output of harnesses. */
@ModelApi
public final class TestHarnessUtil {

    private TestHarnessUtil() {}

    /** Both are the same, in the same order. */
    public static <T> void assertOutputEquals(String message, Iterable<T> expected, Iterable<T> actual) {
        equal(message, list(expected), list(actual));
    }

    /** Both are the same when their records are sorted. */
    public static void assertOutputEqualsSorted(
            String message, Iterable<Object> expected, Iterable<Object> actual, Comparator<Object> comparator) {
        equal(message, sorted(expected, comparator), sorted(actual, comparator));
    }

    private static void equal(String message, List<?> expected, List<?> actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError(message + " expected: " + expected + " but was: " + actual);
        }
    }

    private static <T> List<T> list(Iterable<T> elements) {
        List<T> list = new ArrayList<>();
        elements.forEach(list::add);
        return list;
    }

    private static List<Object> sorted(Iterable<Object> elements, Comparator<Object> comparator) {
        List<Object> sorted = list(elements);
        sorted.removeIf(element -> !(element instanceof StreamRecord));
        sorted.sort(comparator);
        return sorted;
    }

    /** The values of the records among elements. */
    @SuppressWarnings("unchecked") // the caller knows the type of the values
    public static <OUT> List<OUT> getRawElementsFromOutput(Collection<Object> output) {
        List<OUT> values = new ArrayList<>();
        for (Object element : output) {
            if (element instanceof StreamRecord<?> record) {
                values.add((OUT) record.getValue());
            }
        }
        return values;
    }
}
