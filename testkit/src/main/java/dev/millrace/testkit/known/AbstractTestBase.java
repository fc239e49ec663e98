package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests with a cluster of four slots extended, with JUnit 4 or 5. There is nothing to start, a job's cluster comes and
 * goes with it; programs have a parallelism of 4 unless they set another.
 */
@ModelApi
public abstract class AbstractTestBase extends TestLogger {

    private static final int SLOTS = 4;

    /** A directory of the test; null with JUnit 4. */
    @TempDir
    protected File temporaryFolder;

    @BeforeAll
    @BeforeClass
    public static void beginContext() {
        ContextEnvironment.begin(SLOTS, new Configuration());
    }

    @AfterAll
    @AfterClass
    public static void endContext() {
        ContextEnvironment.end();
    }

    /** The address of a directory of this name, which is there. */
    public String getTempDirPath(String directoryName) throws IOException {
        return Files.createDirectories(newDirectory().resolve(directoryName))
                .toUri()
                .toString();
    }

    private Path newDirectory() throws IOException {
        return temporaryFolder == null
                ? Files.createTempDirectory("millrace-test")
                : Files.createTempDirectory(temporaryFolder.toPath(), "at");
    }

    /** The address of a file of this name, which is not there. */
    public String getTempFilePath(String fileName) throws IOException {
        return createAndRegisterTempFile(fileName).toURI().toString();
    }

    /** The address of a file of this name with these contents. */
    public String createTempFile(String fileName, String contents) throws IOException {
        File file = createAndRegisterTempFile(fileName);
        Files.writeString(file.toPath(), contents, StandardCharsets.UTF_8);
        return file.toURI().toString();
    }

    /** A file of this name, which is not there, in a directory of its own. */
    public File createAndRegisterTempFile(String fileName) throws IOException {
        File file = newDirectory().resolve(fileName).toFile();
        Files.createDirectories(file.getParentFile().toPath());
        return file;
    }
}
