package dev.millrace.verification.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cli.port.NameMap;
import dev.millrace.cli.port.PortReport;
import dev.millrace.cli.port.Porter;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs in the names of the known API, ported by the command's porter, compile as they are and run. The results are
 * worked out by hand; those of {@code Tips}, {@code Tens}, {@code Rules}, {@code Restarts} and {@code Joins} were compared
 * with runs of that engine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortedProgramsTest {

    private PortReport report;
    private URLClassLoader programs;

    @BeforeAll
    void portAndCompile(@TempDir Path dir) throws IOException, URISyntaxException {
        Path sources = Path.of(PortedProgramsTest.class.getResource("/ported").toURI());
        report = Porter.port(NameMap.shipped(), sources, dir.resolve("src"));
        assertThat(compilerMessages(dir.resolve("src"), dir.resolve("classes"))).isEmpty();
        programs = new URLClassLoader(
                new URL[] {dir.resolve("classes").toUri().toURL()}, PortedProgramsTest.class.getClassLoader());
    }

    @AfterAll
    void close() throws IOException {
        programs.close();
    }

    private static String compilerMessages(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            List<Path> java = all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-Xlint:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
        }
        return messages.toString();
    }

    @Test
    void everyNameIsMapped() {
        assertThat(report.complaints()).isEmpty();
        assertThat(report.sources()).isGreaterThan(6);
        assertThat(report.names()).isGreaterThan(70);
    }

    static Stream<Arguments> programs() {
        return Stream.of(
                Arguments.of(
                        "Tips",
                        List.of(
                                "(1,240)",
                                "(1,60)",
                                "(120,3,9.0)",
                                "(180,1,0.5)",
                                "(2,180)",
                                "(2,60)",
                                "(3,120)",
                                "(60,1,7.5)")),
                Arguments.of("Tens", List.of("26", "26", "27", "27", "4", "4")),
                Arguments.of("Late", List.of("10", "12", "14", "22", "late 6", "odd 13 at 13")),
                Arguments.of("Rules", List.of("0: 2", "1: 2", "2: 2")),
                Arguments.of("Custom", List.of("(2,1)", "left 1", "left 2", "right a", "sum 6")),
                Arguments.of("Restarts", List.of("sum 500500 after 1 restore")),
                Arguments.of(
                        "Joins",
                        List.of(
                                "group 0 14",
                                "group 1 2",
                                "group 12 15",
                                "group 3 0",
                                "join ann 1 2",
                                "join ann 12 15",
                                "near ann 2")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aPortedProgramGivesWhatItGaveThere(String name, List<String> expected) throws Exception {
        call(programs.loadClass("programs." + name).getMethod("main", String[].class), null, (Object) new String[0]);

        assertThat(programs.loadClass("programs.Results").getMethod("take").invoke(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timersFireAndAreDeleted",
                "anotherHarnessGoesOnFromASnapshot",
                "twoInputsShareState",
                "theClockIsMovedByHand"
            })
    void aPortedTestPasses(String name) throws Exception {
        Class<?> test = programs.loadClass("programs.AlertsTest");

        call(test.getMethod(name), test.getConstructor().newInstance());

        assertThat(test.getMethod(name).isAnnotationPresent(Test.class)).isTrue();
    }

    /** Calls a method as if the program alone were the application. */
    private void call(Method method, Object receiver, Object... arguments) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(programs);
        try {
            method.invoke(receiver, arguments);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
