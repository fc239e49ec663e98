package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.control.ControlDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands run programs; errors are one clear message and an exit code. */
final class MillraceTest {

    private static final List<String> GIVEN = new ArrayList<>();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path dir;

    /** Keeps its options. */
    public static final class Zebra {
        public static void main(String[] args) {
            GIVEN.addAll(List.of(args));
        }
    }

    /** Throws what its option names. */
    public static final class Failing {
        public static void main(String[] args) throws Exception {
            switch (args[0]) {
                case "usage" -> throw new IllegalArgumentException("Unknown option --x; did you mean --y?");
                case "chain" ->
                    throw new IOException(
                            "Job 'j' failed in map (2/4)",
                            new RuntimeException(
                                    "java.lang.ArithmeticException: / by zero", new ArithmeticException("/ by zero")));
                case "wrapped" ->
                    throw new Ours("job 'j' did not end well: job 'j' failed", new Ours("job 'j' failed", null));
                case "error" -> throw new StackOverflowError();
                default -> throw new UncheckedIOException(new IOException("disk is full"));
            }
        }
    }

    /** An exception of the engine. */
    private static final class Ours extends Exception {
        Ours(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @BeforeEach
    void forget() {
        GIVEN.clear();
    }

    private int run(String... args) {
        return Millrace.run(
                List.of(args),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ControlDirectory(List.of(dir)));
    }

    @Test
    void runsAnExampleWithItsOwnOptions() {
        assertThat(run("example", "zebra", "--input", "a b", "-v", "--help")).isZero();
        assertThat(GIVEN).containsExactly("--input", "a b", "-v", "--help");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void listsExamples() {
        assertThat(run("examples")).isZero();
        assertThat(out.toString()).contains("failing").contains("zebra                prints its options");
    }

    @Test
    void anUnknownExampleIsAnsweredWithASuggestion() {
        assertThat(run("example", "zebar")).isEqualTo(2);
        assertThat(err.toString()).contains("No example is called 'zebar'; did you mean zebra?");
    }

    @Test
    void anUnknownCommandIsAnsweredWithASuggestion() {
        assertThat(run("exampel")).isEqualTo(2);
        assertThat(err.toString()).contains("exampel").contains("Did you mean: millrace example");
    }

    @Test
    void aMissingNameIsSaid() {
        assertThat(run("example")).isEqualTo(2);
        assertThat(err.toString()).contains("NAME").contains("Try: millrace example --help");
    }

    @Test
    void noCommandIsSaid() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("no command");
    }

    @Test
    void wrongOptionsOfAProgramAreUsageErrors() {
        assertThat(run("example", "failing", "usage")).isEqualTo(2);
        assertThat(err).hasToString("millrace: Unknown option --x; did you mean --y?\n");
    }

    @Test
    void aChainOfCausesIsShortened() {
        assertThat(run("example", "failing", "chain")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("millrace: Job 'j' failed in map (2/4)\n  because: RuntimeException: ")
                .containsOnlyOnce("/ by zero")
                .doesNotContain("\tat ");
    }

    @Test
    void aWrapperThatOnlyRepeatsIsLeftOut() {
        assertThat(run("example", "failing", "wrapped")).isEqualTo(1);
        assertThat(err.toString()).startsWith("millrace: job 'j' failed\n");
    }

    @Test
    void aStackTraceIsShownWhenAskedFor() {
        assertThat(run("--stacktrace", "example", "failing", "chain")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat ").contains("Caused by: java.lang.ArithmeticException");
    }

    @Test
    void errorsOfTheMachineAreReportedToo() {
        assertThat(run("example", "failing", "error")).isEqualTo(1);
        assertThat(err.toString()).contains("The program broke off").contains("StackOverflowError");
    }

    @Test
    void runsAClass() {
        assertThat(run("run", Zebra.class.getName(), "x")).isZero();
        assertThat(GIVEN).containsExactly("x");
    }

    @Test
    void runsAJarByItsManifestOrByAClass() throws IOException {
        Path named = jar("named.jar", Zebra.class.getName());
        assertThat(run("run", named.toString(), "--y=1")).isZero();
        assertThat(GIVEN).containsExactly("--y=1");

        Path unnamed = jar("unnamed.jar", null);
        assertThat(run("run", unnamed.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("names no Main-Class; name one with --class CLASS");
        assertThat(run("run", "--class", Zebra.class.getName(), unnamed.toString(), "z"))
                .isZero();
        assertThat(GIVEN).containsExactly("--y=1", "z");
    }

    private Path jar(String name, String mainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        Path jar = dir.resolve(name);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThat(run("run", "nowhere.jar")).isEqualTo(2);
        assertThat(run("run", "no.such.Thing")).isEqualTo(2);
        assertThat(run("run", "java.lang.String")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no file nowhere.jar")
                .contains("There is no class no.such.Thing; give its full name")
                .contains("Class java.lang.String has no method public static void main");
    }

    @Test
    void helpShowsCommandsAndExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Commands:").contains("millrace example word-count");
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        assertThat(run("--help")).isZero();
        List<String> commands = out.toString()
                .lines()
                .dropWhile(line -> !line.startsWith("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).contains("run", "example", "list", "cancel", "stop", "completion", "version");
        for (String command : commands) {
            out.getBuffer().setLength(0);
            assertThat(run(command, "--help")).isZero();
            assertThat(out.toString())
                    .contains("Usage: millrace " + command)
                    .contains("Examples:")
                    .contains("  millrace " + command);
        }
    }

    @Test
    void theVersionIsSaid() {
        assertThat(run("version")).isZero();
        assertThat(out.toString()).startsWith("millrace ").contains("Java ");
    }
}
