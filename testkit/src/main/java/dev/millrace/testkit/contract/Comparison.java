package dev.millrace.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Holds one outcome against another. */
final class Comparison {
    private static final int SHOWN_MAX = 6;

    /** How alike two outcomes have to be. */
    enum Likeness {
        /** The same in the same order. */
        SEQUENCE,
        /** The same between two marks, in any order. */
        EPOCHS
    }

    private final Likeness likeness;
    private final TreeSet<Integer> pauses;

    /**
     * @param pauses the happenings after which both were waited for
     */
    private Comparison(Likeness likeness, TreeSet<Integer> pauses) {
        this.likeness = likeness;
        this.pauses = pauses;
    }

    /** Fails unless the outcomes are alike. */
    static void require(String how, Outcome expected, Outcome actual, Likeness likeness) {
        Comparison comparison = new Comparison(likeness, actual.pauses());
        for (int result = 0; result < expected.results().size(); result++) {
            same(
                    how + ", result " + result,
                    comparison.lines(expected.results().get(result)),
                    comparison.lines(actual.results().get(result)));
        }
        for (int what = 0; what < expected.outside().size(); what++) {
            List<String> wanted = new ArrayList<>(expected.outside().get(what));
            List<String> found = new ArrayList<>(actual.outside().get(what));
            if (likeness == Likeness.EPOCHS) {
                wanted.sort(null);
                found.sort(null);
            }
            same(how + ", outside " + what, wanted, found);
        }
    }

    private List<String> lines(List<Item> items) {
        List<String> lines = new ArrayList<>();
        List<String> epoch = new ArrayList<>();
        int last = -1;
        for (Item item : items) {
            int pause = item.moment() == 0 ? 0 : pauses.ceiling(item.moment());
            if (item.mark() || pause != last) {
                flush(epoch, lines);
            }
            last = pause;
            boolean end = item.mark() && item.text().equals(Item.END); // a task that has nothing left may notice later
            (item.mark() ? lines : epoch).add(end ? Item.END : pause + ": " + item.text());
        }
        flush(epoch, lines);
        return lines;
    }

    private void flush(List<String> epoch, List<String> lines) {
        if (likeness == Likeness.EPOCHS) {
            epoch.sort(null);
        }
        lines.addAll(epoch);
        epoch.clear();
    }

    private static void same(String how, List<String> expected, List<String> actual) {
        if (!expected.equals(actual)) {
            int first = 0;
            while (first < Math.min(expected.size(), actual.size())
                    && expected.get(first).equals(actual.get(first))) {
                first++;
            }
            throw new AssertionError(how + ": from line " + first + " on " + shown(actual, first) + " instead of "
                    + shown(expected, first) + "\n   all: " + actual + "\nwanted: " + expected);
        }
    }

    private static String shown(List<String> lines, int from) {
        int until = Math.min(lines.size(), from + SHOWN_MAX);
        return lines.subList(from, until) + (until < lines.size() ? "…" : "");
    }
}
