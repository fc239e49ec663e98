package dev.millrace.verification.kill;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streaming word count survives {@code kill -9}: ten rounds in every build, as many as one likes by {@code bin/e2e}. */
final class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);

    private static final int ROUNDS = Integer.getInteger("millrace.kill.rounds", 10);
    private static final long SEED = 7;

    @TempDir
    Path work;

    @Test
    @Timeout(300)
    void finalCountsAreExactAfterEveryKill() throws IOException, InterruptedException {
        Path home = ProjectFiles.root().resolve("dist/target/millrace");
        assumeTrue(Files.exists(home.resolve("built")), "the shipped directory is built by mvn package");

        new KillRounds(home, work, LOG::info, SEED).run(ROUNDS, documentation());
    }

    /** The project's own pages, line by line. */
    private static List<String> documentation() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ProjectFiles.root().resolve("docs"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
