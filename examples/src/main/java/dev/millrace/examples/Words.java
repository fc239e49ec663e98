package dev.millrace.examples;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.tuple.Tuple2;

/**
 * Cuts lines into words, each with the count 1. A word is a run of ASCII letters, digits and underscores; capital letters
 * become small ones, and whatever else there is separates words.
 */
final class Words implements FlatMapFunction<String, Tuple2<String, Long>> {

    private static final long serialVersionUID = 1;

    /** For each ASCII character what it becomes in a word; 0 for what separates words. */
    private static final char[] LETTERS = new char[128];

    static {
        for (char c = 0; c < LETTERS.length; c++) {
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean other = c >= '0' && c <= '9' || c == '_';
            LETTERS[c] = capital ? (char) (c - 'A' + 'a') : small || other ? c : 0;
        }
    }

    @Override
    public void flatMap(String line, Collector<Tuple2<String, Long>> out) {
        int length = line.length();
        int begin = -1;
        boolean capitals = false;
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            char letter = c < LETTERS.length ? LETTERS[c] : 0;
            if (letter == 0) {
                if (begin >= 0) {
                    out.collect(Tuple2.of(word(line, begin, i, capitals), 1L));
                    begin = -1;
                    capitals = false;
                }
            } else {
                begin = begin < 0 ? i : begin;
                capitals |= letter != c;
            }
        }
        if (begin >= 0) {
            out.collect(Tuple2.of(word(line, begin, length, capitals), 1L));
        }
    }

    private static String word(String line, int begin, int end, boolean capitals) {
        if (!capitals) {
            return line.substring(begin, end);
        }
        char[] small = new char[end - begin];
        for (int i = 0; i < small.length; i++) {
            small[i] = LETTERS[line.charAt(begin + i)];
        }
        return new String(small);
    }
}
