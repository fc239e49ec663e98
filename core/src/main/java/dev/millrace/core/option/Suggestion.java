package dev.millrace.core.option;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known name that somebody probably meant by an unknown one. */
public final class Suggestion {

    private static final int EDITS_MAX = 4;

    private Suggestion() {}

    /** The known name with the fewest letters to change, if those are few and not most of the word. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> edits(word, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> edits(word, name) <= Math.min(EDITS_MAX, name.length() / 2));
    }

    /** The number of letters to add, drop or change that make one word of another (V. I. Levenshtein, 1966). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
