package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Item;
import dev.millrace.testkit.contract.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a model says comes out of a stream, and after how many happenings. */
final class Told {
    private record Line(int moment, String text) {
        boolean counts(int end) {
            return moment < end || !text.startsWith("W");
        }
    }

    private final List<Line> lines = new ArrayList<>();

    /** A record with its timestamp. */
    void add(int moment, Object value, long timestamp) {
        lines.add(new Line(moment, value + "@" + timestamp));
    }

    /** Event time comes out. */
    void addWatermark(int moment, long timestamp) {
        lines.add(new Line(moment, "W" + timestamp));
    }

    /**
     * Fails unless the same records and watermarks have come out, in the same order. From the end of the data on, which
     * says that event time is at its end, watermarks may be left out.
     *
     * @param end how many happenings there have been at the end of the data
     * @param ordered whether records have an order between two watermarks and two pauses
     */
    void requireInOrder(Outcome outcome, int result, boolean ordered, int end) {
        List<String> expected = grouped(paused(outcome, lines.stream().filter(line -> line.counts(end))), ordered);
        List<String> actual = grouped(
                paused(
                        outcome,
                        outcome.results().get(result).stream()
                                .filter(item -> !item.mark() || item.text().startsWith("W"))
                                .map(item -> new Line(item.moment(), item.text()))
                                .filter(line -> line.counts(end))),
                ordered);
        if (!expected.equals(actual)) {
            throw new AssertionError("result " + result + " is " + actual + "\n   instead of " + expected);
        }
    }

    /** Fails unless the same records have come out, in any order between two pauses. */
    void require(Outcome outcome, int result) {
        require(result, paused(outcome, lines.stream()), paused(outcome, came(outcome, result)));
    }

    /** The same, whatever the timestamps are. */
    void requireTimeless(Outcome outcome, int result) {
        require(
                result,
                paused(outcome, lines.stream().map(Told::timeless)),
                paused(outcome, came(outcome, result).map(Told::timeless)));
    }

    private static List<String> grouped(List<String> lines, boolean ordered) {
        if (ordered) {
            return lines;
        }
        List<String> grouped = new ArrayList<>();
        int from = 0;
        for (String line : lines) {
            String pause = line.substring(0, line.indexOf(':'));
            boolean goesOn = from < grouped.size() && grouped.get(from).startsWith(pause + ":");
            from = goesOn ? from : grouped.size();
            grouped.add(line);
            if (line.startsWith(pause + ": W")) {
                from = grouped.size();
            } else {
                grouped.subList(from, grouped.size()).sort(null);
            }
        }
        return grouped;
    }

    private static void require(int result, List<String> expected, List<String> actual) {
        List<String> missing = without(expected, actual);
        List<String> added = without(actual, expected);
        if (!missing.isEmpty() || !added.isEmpty()) {
            throw new AssertionError(
                    "result " + result + " lacks " + missing + "\n   and has " + added + "\n   all: " + actual);
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }

    private static Line timeless(Line line) {
        return new Line(line.moment, line.text.substring(0, line.text.indexOf('@')));
    }

    /** What came in one batch came at its end. */
    private static List<String> paused(Outcome outcome, Stream<Line> lines) {
        return lines.map(line ->
                        line.moment == 0 ? line : new Line(outcome.pauses().ceiling(line.moment), line.text))
                .map(line -> line.moment + ": " + line.text)
                .toList();
    }

    private static Stream<Line> came(Outcome outcome, int result) {
        return outcome.results().get(result).stream()
                .filter(item -> !item.mark())
                .map((Item item) -> new Line(item.moment(), item.text()));
    }
}
