package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.WordText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts words in a map per thread and adds the maps up. Only the last counts are made: their checksum is that of all running
 * counts, so this program does less than an engine that gives them.
 */
final class Words {
    private Words() {}

    static void run(Setup setup) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(WordText.in(setup.scratch(), setup.records()))) {
            files = all.sorted().toList();
        }
        int threads = setup.parallelism();
        List<Map<String, long[]>> counts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            counts.add(new HashMap<>());
        }
        Crew.run(threads, me -> {
            for (int i = me; i < files.size(); i += threads) {
                count(files.get(i), counts.get(me));
            }
        });
        Map<String, long[]> sums = counts.get(0);
        counts.stream()
                .skip(1)
                .forEach(part -> part.forEach(
                        (word, count) -> sums.computeIfAbsent(word, absent -> new long[1])[0] += count[0]));
        try (Tally tally = new Tally()) {
            sums.forEach((word, count) -> tally.add(WordText.finalCheck(word, count[0]), count[0]));
        }
    }

    private static void count(Path file, Map<String, long[]> counts) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WordText.split(line, word -> counts.computeIfAbsent(word, absent -> new long[1])[0]++);
            }
        }
    }
}
