package dev.millrace.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How often each word occurs: by the shell, and by the files that the word count has written. */
final class Counts {

    private static final String SHELL =
            "for f in *; do cat \"$f\"; echo; done | LC_ALL=C tr 'A-Z' 'a-z' | LC_ALL=C tr -cs 'a-z0-9_' '\\n'"
                    + " | sed '/^$/d' | LC_ALL=C sort | uniq -c";
    private static final long SHELL_SECONDS_MAX = 60;

    private Counts() {}

    /** The counts of the words in the files of a directory, by the tools of the shell. */
    static Map<String, Long> byTheShell(Path directory) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("counts", null);
        try {
            Process shell = new ProcessBuilder("bash", "-c", SHELL)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(answer.toFile())
                    .start();
            assertThat(shell.waitFor(SHELL_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue()).isZero();
            Map<String, Long> counts = new TreeMap<>();
            for (String line : Files.readAllLines(answer)) {
                String[] parts = line.strip().split(" ");
                counts.put(parts[1], Long.valueOf(parts[0]));
            }
            return counts;
        } finally {
            Files.delete(answer);
        }
    }

    /** The highest count of each word in the finished files; a line that is there twice is an error. */
    static Map<String, Long> finished(Path directory) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        Set<String> lines = new HashSet<>();
        for (Path file : finishedFiles(directory)) {
            for (String line : Files.readAllLines(file)) {
                assertThat(lines.add(line)).as("%s is there once", line).isTrue();
                int comma = line.indexOf(',');
                counts.merge(line.substring(0, comma), Long.valueOf(line.substring(comma + 1)), Math::max);
            }
        }
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        assertThat((long) lines.size()).as("one line for each word read").isEqualTo(total);
        return counts;
    }

    private static List<Path> finishedFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
