package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each example can be started by its name. */
class ListedExamplesTest {

    @Test
    void everyProgramIsInTheListOfTheCommand() throws IOException {
        List<String> listed;
        try (var index = WordCount.class.getResourceAsStream("/META-INF/millrace/examples")) {
            listed = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t")[1])
                    .toList();
        }
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/millrace/examples"))) {
            List<String> programs = sources.filter(ListedExamplesTest::hasMain)
                    .map(source -> "dev.millrace.examples."
                            + source.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(programs);
        }
    }

    private static boolean hasMain(Path source) {
        try {
            return Files.readString(source).contains("public static void main");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
