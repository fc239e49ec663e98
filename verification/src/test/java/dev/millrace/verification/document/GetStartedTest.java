package dev.millrace.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.verification.source.ProjectFiles;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that newcomers are shown: they compile together, and the test among them passes. */
final class GetStartedTest {
    private static final Pattern FILE = Pattern.compile("```java file=(\\S+)\\n(.*?)\\n```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theProjectOfThePageCompilesAndItsTestPasses() throws Exception {
        Map<String, String> files = FILE.matcher(ProjectFiles.text("docs/get-started.md"))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> found.group(2), (one, two) -> two, LinkedHashMap::new));
        assertThat(files).containsKey("src/test/java/ReadingsTest.java");

        compile(files);
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(classes);
            runTests(classes.loadClass("ReadingsTest"));
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    private void compile(Map<String, String> files) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(Path.of(file.getKey()).getFileName());
            Files.writeString(path, file.getValue());
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), path.toString());
            assertThat(failed).as(file.getKey()).isZero();
        }
    }

    private String classPath() {
        return folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
    }

    private static void runTests(Class<?> type) throws Exception {
        Object test = newOf(type);
        int run = 0;
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                method.setAccessible(true);
                method.invoke(test);
                run++;
            }
        }
        assertThat(run).isPositive();
    }

    private static Object newOf(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
