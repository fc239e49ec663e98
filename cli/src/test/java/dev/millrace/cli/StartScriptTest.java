package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script bin/millrace, copied to where it is shipped: it says what it lacks. */
final class StartScriptTest {

    private Path script;

    @TempDir
    Path dir;

    @BeforeEach
    void ship() throws IOException {
        Files.createDirectory(dir.resolve("bin"));
        script = Files.copy(Path.of("..", "bin", "millrace"), dir.resolve("bin").resolve("millrace"));
    }

    private String run(String javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), "version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return shown + "exit " + process.waitFor();
    }

    @Test
    void aMissingJavaIsSaid() throws Exception {
        assertThat(run(dir + "/nowhere"))
                .isEqualTo("millrace: there is no " + dir
                        + "/nowhere/bin/java; install a JDK 17 or newer, or set JAVA_HOME\nexit 1");
    }

    @Test
    void anOldJavaIsSaid() throws Exception {
        Path java = Files.createDirectories(dir.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho started").toFile().setExecutable(true);
        Path release = dir.resolve("jdk/release");
        Files.writeString(release, "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"1.8.0_392\"\n");
        assertThat(run(dir + "/jdk")).startsWith("millrace: " + dir + "/jdk is a Java 1; install a JDK 17");
        Files.writeString(release, "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(run(dir + "/jdk")).contains("is a Java 11;").endsWith("exit 1");

        Files.createDirectory(dir.resolve("lib"));
        Files.writeString(release, "JAVA_VERSION=\"17\"\n");
        assertThat(run(dir + "/jdk")).isEqualTo("started\nexit 0");
    }

    @Test
    void aCopyWithoutItsLibrariesIsSaid() throws Exception {
        assertThat(run(System.getProperty("java.home")))
                .contains("there is no " + dir + "/lib")
                .endsWith("exit 1");
    }
}
