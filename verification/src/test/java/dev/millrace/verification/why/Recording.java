package dev.millrace.verification.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was said of a job, kept as a page of {@code docs/recordings} that people read and that a test makes anew.
 * {@code -Dmillrace.recordings.accept=true} writes the page instead of comparing with it.
 */
final class Recording {

    private static final Path PAGES = Path.of("..", "docs", "recordings");

    private Recording() {}

    /** Fails when the page of a job says something else. */
    static void require(String job, String text) throws IOException {
        Path file = PAGES.resolve("why-" + job + ".txt");
        if (Boolean.getBoolean("millrace.recordings.accept")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s is not what is said now; -Dmillrace.recordings.accept=true accepts it", file)
                .isEqualTo(Files.readString(file));
    }
}
