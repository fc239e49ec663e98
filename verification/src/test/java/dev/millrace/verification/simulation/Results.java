package dev.millrace.verification.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what came out with what must come out, whatever the order. */
final class Results {
    private static final int SHOWN_MAX = 5;

    private Results() {}

    static void requireSame(List<Object> actual, List<?> expected) {
        TreeMap<String, Integer> difference = new TreeMap<>();
        expected.forEach(value -> difference.merge(value.toString(), -1, Integer::sum));
        actual.forEach(value -> difference.merge(value.toString(), 1, Integer::sum));
        List<String> missing = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : difference.entrySet()) {
            if (entry.getValue() < 0) {
                missing.add(entry.getKey());
            } else if (entry.getValue() > 0) {
                tooMany.add(entry.getKey());
            }
        }
        if (!missing.isEmpty() || !tooMany.isEmpty()) {
            throw new AssertionError(actual.size() + " results where " + expected.size() + " must be; missing "
                    + some(missing) + ", too many " + some(tooMany));
        }
    }

    private static String some(List<String> values) {
        return values.size() + " " + values.subList(0, Math.min(SHOWN_MAX, values.size()));
    }
}
