package dev.millrace.benchmarks.workload;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Text whose words are counted: a running count for each word that is read. The text is made up, so that it is the same
 * everywhere: about 140,000 words, of which the one of rank r comes about in proportion to 1/r, as in what people write.
 */
public final class WordText {
    private static final int FILES = 8;
    private static final int VOCABULARY = 141_000;
    private static final int WORDS_PER_LINE = 9;

    private WordText() {}

    /** The folder with the text; it is written when it is not there yet. */
    public static Path in(Path scratch, long words) throws IOException {
        Path folder = scratch.resolve("text-" + words);
        if (!Files.isDirectory(folder)) {
            Path made = Files.createTempDirectory(Files.createDirectories(scratch), "text");
            for (int file = 0; file < FILES; file++) {
                write(made.resolve("part-" + file), words * file / FILES, words * (file + 1) / FILES);
            }
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    private static void write(Path file, long first, long end) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (long number = first; number < end; number++) {
                writer.append(word(number)).append((number + 1) % WORDS_PER_LINE == 0 ? '\n' : ' ');
            }
        }
    }

    private static String word(long number) {
        double uniform = (Mix.of(number) >>> 11) * 0x1p-53;
        int rank = (int) Math.exp(uniform * Math.log(VOCABULARY));
        long letters = Mix.of(rank);
        int length = 2 + (int) Mix.below(letters, 3) + Integer.numberOfTrailingZeros(Integer.highestOneBit(rank)) / 3;
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + (letters >>> 5 * i & 31) % 26));
        }
        return word.toString();
    }

    /** Gives each word of a line: what lies between blanks and tabs. */
    public static void split(String line, Consumer<? super String> words) {
        int length = line.length();
        int from = -1;
        for (int i = 0; i < length; i++) {
            char c = line.charAt(i);
            if (c == ' ' || c == '\t') {
                if (from >= 0) {
                    words.accept(line.substring(from, i));
                    from = -1;
                }
            } else if (from < 0) {
                from = i;
            }
        }
        if (from >= 0) {
            words.accept(line.substring(from, length));
        }
    }

    /** The checksum of a word's last count, for who only has that. */
    public static long finalCheck(String word, long count) {
        return count == 0 ? 0 : Mix.hash(word.hashCode(), count, 77);
    }

    /** The checksum of one running count; those of a word add up to that of its last count. */
    public static long check(String word, long count) {
        return finalCheck(word, count) - finalCheck(word, count - 1);
    }

    /** A word with a count. */
    public record Counted(String word, long count) implements Serializable {
        public Counted plus(Counted other) {
            return new Counted(word, count + other.count);
        }
    }
}
