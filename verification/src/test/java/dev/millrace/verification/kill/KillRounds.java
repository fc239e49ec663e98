package dev.millrace.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills the word count before its first checkpoint, then round after round behind a fresh checkpoint, lets it end, and
 * compares its files with the shell's counts. A round counts only if the process was reading when it was killed.
 */
final class KillRounds {

    private static final Pattern BEGUN = Pattern.compile("(?:Reading|Resuming) (\\S+) (?:from|at) byte (\\d+)");
    private static final Pattern ENDED = Pattern.compile("Read (\\S+) to its end");

    private static final int LINES_PER_SECOND = 4_000;
    private static final int SECONDS_PER_ROUND = 2;
    private static final int EXTRA_MILLIS_MAX = 400;
    private static final int FILES = 3;

    private final Path home;
    private final Path input;
    private final Path output;
    private final Path checkpoints;
    private final Path logs;
    private final Consumer<String> report;
    private final Random random;

    /**
     * @param home the shipped directory
     * @param work an empty directory
     * @param report takes a line per round
     */
    KillRounds(Path home, Path work, Consumer<String> report, long seed) throws IOException {
        this.home = home;
        this.input = Files.createDirectories(work.resolve("input"));
        this.output = work.resolve("output");
        this.checkpoints = work.resolve("checkpoints");
        this.logs = Files.createDirectories(work.resolve("logs"));
        this.report = report;
        this.random = new Random(seed);
    }

    /** Runs so many rounds on a text that lasts for all of them. */
    void run(int rounds, List<String> text) throws IOException, InterruptedException {
        writeInput(text, LINES_PER_SECOND * SECONDS_PER_ROUND * (rounds + 2));
        killBeforeTheFirstCheckpoint();
        for (int round = 1; round <= rounds; round++) {
            round(round);
        }
        Optional<Path> restored = newestCheckpoint();
        MillraceProcess last = start("last", List.of("--checkpoint-interval", "500ms"));
        int exitCode = last.end();
        assertThat(exitCode).as(last.log()).isZero();
        report.accept("last run: " + restoredFrom(restored, last.log()));

        assertThat(Counts.finished(output)).isEqualTo(Counts.byTheShell(input));
        report.accept("counts equal the shell's");
    }

    private void writeInput(List<String> text, int lines) throws IOException {
        List<String> all = new ArrayList<>(lines + text.size());
        while (all.size() < lines) {
            all.addAll(text);
        }
        for (int i = 0; i < FILES; i++) {
            Files.write(input.resolve("text-" + i), all.subList(all.size() * i / FILES, all.size() * (i + 1) / FILES));
        }
    }

    private void killBeforeTheFirstCheckpoint() throws IOException, InterruptedException {
        MillraceProcess process =
                start("first", List.of("--checkpoint-interval", "1h", "--rate", Integer.toString(LINES_PER_SECOND)));
        process.await("any output", () -> bytesOfHiddenFiles() > 0);
        assertThat(process.kill()).isTrue();
        assertThat(newestCheckpoint()).isEmpty();
        report.accept("killed before the first checkpoint, " + readers(process.log()));
    }

    private void round(int round) throws IOException, InterruptedException {
        Optional<Path> restored = newestCheckpoint();
        MillraceProcess process = start(
                "round-" + round,
                List.of("--checkpoint-interval", "500ms", "--rate", Integer.toString(LINES_PER_SECOND)));
        process.await(
                "checkpoint",
                () -> newestCheckpoint()
                        .filter(newest -> !restored.equals(Optional.of(newest)))
                        .isPresent());
        process.runFor(random.nextInt(EXTRA_MILLIS_MAX));
        boolean wasAlive = process.kill();
        String log = process.log();
        assertThat(wasAlive).as(log).isTrue();
        assertThat(begun(log)).as("splits begun and ended in\n%s", log).isGreaterThan(ended(log));
        report.accept("round " + round + ": " + restoredFrom(restored, log) + ", killed while reading, "
                + relative(newestCheckpoint().orElseThrow()) + " was complete");
    }

    private MillraceProcess start(String name, List<String> options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--verbose", "example", "word-count", "--restore", "latest"));
        arguments.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        arguments.addAll(List.of("--checkpoint-dir", checkpoints.toString(), "--parallelism", "2"));
        arguments.addAll(options);
        return MillraceProcess.start(home, logs.resolve(name + ".log"), arguments);
    }

    private String restoredFrom(Optional<Path> checkpoint, String log) {
        return checkpoint.map(this::relative).map(c -> "restored " + c).orElse("started afresh") + ", " + readers(log);
    }

    private String relative(Path checkpoint) {
        return checkpoints.relativize(checkpoint).toString();
    }

    /** Where the source went on, from the log. */
    private static String readers(String log) {
        return BEGUN.matcher(log)
                .results()
                .map(begun -> Path.of(begun.group(1)).getFileName() + " from byte " + begun.group(2))
                .collect(Collectors.joining(", "));
    }

    private static long begun(String log) {
        return BEGUN.matcher(log).results().map(MatchResult::group).count();
    }

    private static long ended(String log) {
        return ENDED.matcher(log).results().count();
    }

    private long bytesOfHiddenFiles() {
        try (Stream<Path> files = Files.exists(output) ? Files.list(output) : Stream.empty()) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory with the manifest that was written last. */
    private Optional<Path> newestCheckpoint() {
        if (!Files.exists(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.getFileName().toString().equals("manifest"))
                    .max(Comparator.comparing(KillRounds::writtenAt))
                    .map(Path::getParent);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // a checkpoint was deleted while this looked; it looks again
        }
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
