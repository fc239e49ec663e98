package dev.millrace.verification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each workload has one answer: that of the program written by hand, which shares no code with the engine. */
final class BenchmarksTest {
    private static final List<String> MODULES = List.of("workloads", "hand", "millrace");
    private static final String WORDS = "dev.millrace.benchmarks.workload.";
    private static final long RECORDS = 20_000;

    @TempDir
    Path folder;

    @TestFactory
    @Timeout(240)
    Stream<DynamicTest> theEngineAnswersAsTheProgramWrittenByHand() throws Exception {
        URLClassLoader benchmarks =
                new URLClassLoader(new URL[] {compiled().toUri().toURL()}, BenchmarksTest.class.getClassLoader());
        List<?> workloads = (List<?>)
                benchmarks.loadClass(WORDS + "Workload").getMethod("all").invoke(null);
        return workloads.stream()
                .map(workload -> DynamicTest.dynamicTest(
                        workload.toString(),
                        () -> assertThat(answer(benchmarks, "millrace.MillraceEngine", workload))
                                .isEqualTo(answer(benchmarks, "hand.HandEngine", workload))
                                .doesNotStartWith("0/")))
                .onClose(() -> close(benchmarks));
    }

    private String answer(ClassLoader benchmarks, String name, Object workload) throws Exception {
        Class<?> setupClass = benchmarks.loadClass(WORDS + "Setup");
        Object setup = Stream.of(setupClass.getMethods())
                .filter(method -> method.getName().equals("of"))
                .findFirst()
                .orElseThrow()
                .invoke(null, workload, RECORDS, 2, false, -1L, folder.resolve("scratch"));
        Class<?> engine = benchmarks.loadClass("dev.millrace.benchmarks." + name);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(benchmarks);
        try {
            engine.getMethod("run", setupClass).invoke(engine.getConstructor().newInstance(), setup);
        } finally {
            thread.setContextClassLoader(before);
        }
        return benchmarks
                .loadClass(WORDS + "Tally")
                .getMethod("takeAnswer")
                .invoke(null)
                .toString();
    }

    private Path compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        StringWriter told = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiles = compiler.getTask(
                            told,
                            files,
                            null,
                            List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources()))
                    .call();
            assertThat(compiles).as(told.toString()).isTrue();
        }
        return classes;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> all =
                    Files.walk(ProjectFiles.root().resolve("benchmarks/" + module + "/src/main/java"))) {
                all.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the benchmarks' classes", e);
        }
    }
}
