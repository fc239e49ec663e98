package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The word count writes exact files, and says what is wrong with its input, its output and its options. */
@Timeout(60)
final class WordCountTest {

    @TempDir
    Path dir;

    @Test
    void filesHoldEveryCountOfEveryWord() throws Exception {
        String text = "To be, or not to be:\r\nthat_1 is the question\n\nbe\u00e9be";
        Files.createDirectories(dir.resolve("in/below"));
        Files.writeString(dir.resolve("in/a.txt"), text);
        Files.writeString(dir.resolve("in/below/b.txt"), (text + "\n").repeat(300));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("in/c.gz")))) {
            out.write((text + "\n").repeat(50).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        WordCount.main(arguments("in", "--parallelism", "3"));

        assertThat(highestCounts()).isEqualTo(oracle(text, 351));
        assertThat(lines()).doesNotHaveDuplicates();
    }

    @Test
    void filesAreTheSameWithCheckpoints() throws Exception {
        Files.writeString(dir.resolve("text"), "a b a\n".repeat(2_000));

        WordCount.main(arguments(
                "text", "--checkpoint-dir", dir + "/chk", "--checkpoint-interval", "20ms", "--rate", "10000"));

        assertThat(highestCounts()).isEqualTo(Map.of("a", 4_000L, "b", 2_000L));
        assertThat(lines()).hasSize(6_000).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyInputHasNoWords() throws Exception {
        Files.createDirectories(dir.resolve("in"));
        Files.writeString(dir.resolve("in/empty"), "");

        WordCount.main(arguments("in"));

        assertThat(lines()).isEmpty();
    }

    @Test
    void aMissingInputIsNamed() {
        assertThatThrownBy(() -> WordCount.main(arguments("nowhere")))
                .hasMessageContaining(dir + "/nowhere")
                .hasMessageContaining("check the spelling");
    }

    @Test
    void anUnreadableDirectoryIsNamed() throws IOException {
        Path secret = Files.createDirectories(dir.resolve("secret"));
        assertThat(secret.toFile().setReadable(false, false)).isTrue();
        assumeFalse(secret.toFile().canRead(), "the user may read everything");

        assertThatThrownBy(() -> WordCount.main(arguments("secret")))
                .hasMessageContaining(secret.toString())
                .hasMessageContaining("permission denied");
    }

    @Test
    void anOutputThatCannotBeADirectoryIsNamed() throws IOException {
        Files.writeString(dir.resolve("text"), "a");
        Files.writeString(dir.resolve("out"), "a file");

        assertThatThrownBy(() -> WordCount.main(arguments("text"))).hasMessageContaining(dir + "/out");
    }

    @Test
    void aCheckpointDirectoryThatCannotBeIsNamed() throws IOException {
        Files.writeString(dir.resolve("text"), "a");

        assertThatThrownBy(() -> WordCount.main(arguments("text", "--checkpoint-dir", dir + "/text/chk")))
                .hasMessageContaining(dir + "/text/chk")
                .hasMessageContaining("choose another checkpoint directory");
    }

    @Test
    void aCheckpointThatIsNotThereIsNamed() throws IOException {
        Files.writeString(dir.resolve("text"), "a");

        assertThatThrownBy(() -> WordCount.main(
                        arguments("text", "--checkpoint-dir", dir + "/chk", "--restore", dir + "/chk-7")))
                .hasMessageContaining(dir + "/chk-7")
                .hasMessageContaining("does not exist");
    }

    @Test
    void aBadOptionIsAnsweredBeforeAnythingRuns() {
        assertThatThrownBy(() -> WordCount.main(arguments("text", "--ratio", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean --rate?");
        assertThatThrownBy(() -> WordCount.main(arguments("text", "--parallelism", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    private String[] arguments(String input, String... more) {
        return Stream.concat(Stream.of("--input", dir + "/" + input, "--output", dir + "/out"), Stream.of(more))
                .toArray(String[]::new);
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(dir.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dir.resolve("out"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .flatMap(WordCountTest::linesOf)
                    .toList();
        }
    }

    private static Stream<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, Long> highestCounts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : lines()) {
            int comma = line.indexOf(',');
            counts.merge(line.substring(0, comma), Long.valueOf(line.substring(comma + 1)), Math::max);
        }
        return counts;
    }

    private static Map<String, Long> oracle(String text, long times) {
        Map<String, Long> counts = new TreeMap<>();
        for (String word : text.replaceAll("[^A-Za-z0-9_]+", " ").trim().split(" ")) {
            counts.merge(word.toLowerCase(Locale.ROOT), times, Long::sum);
        }
        return counts;
    }
}
