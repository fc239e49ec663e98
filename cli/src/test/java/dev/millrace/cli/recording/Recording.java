package dev.millrace.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the command line shows, kept as a page of {@code docs/recordings} that people read and that a test makes anew.
 * {@code -Dmillrace.recordings.accept=true} writes the page instead of comparing with it.
 */
public final class Recording {

    private static final Path PAGES = Path.of("..", "docs", "recordings");

    private Recording() {}

    /** Fails when a page shows something else. */
    public static void assertShows(String page, String text) throws IOException {
        Path file = PAGES.resolve(page);
        if (Boolean.getBoolean("millrace.recordings.accept")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("docs/recordings/%s is not what is shown now; -Dmillrace.recordings.accept=true accepts it", page)
                .isEqualTo(Files.readString(file));
    }
}
