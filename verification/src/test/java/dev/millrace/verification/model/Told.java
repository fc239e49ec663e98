package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Item;
import dev.millrace.testkit.contract.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a model says comes out of a stream, and after how many happenings. */
final class Told {
    private record Line(int moment, String text) {}

    private final List<Line> lines = new ArrayList<>();

    /** A record with its timestamp. */
    void add(int moment, Object value, long timestamp) {
        lines.add(new Line(moment, value + "@" + timestamp));
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
