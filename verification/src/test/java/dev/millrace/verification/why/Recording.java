package dev.millrace.verification.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was said once, in a file of its own, and has to be said again. */
final class Recording {

    /** Set to {@code true} it writes the files instead of comparing them, when they are to say something else. */
    private static final String ACCEPT = "millrace.recordings.accept";

    private static final Path FILES = Path.of("src/test/resources/why");

    private Recording() {}

    /** Compares a text with the recording of a name. */
    static void require(String name, String text) throws IOException {
        if (Boolean.getBoolean(ACCEPT)) {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(name + ".txt"), text);
            return;
        }
        try (InputStream file = Recording.class.getResourceAsStream("/why/" + name + ".txt")) {
            assertThat(file)
                    .as("the recording why/%s.txt; -D%s=true makes it", name, ACCEPT)
                    .isNotNull();
            assertThat(text).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
