package dev.millrace.verification.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a program of a page against all that the project has, and runs its main method. Errors name page and line. */
final class SnippetRun {
    private final Snippet snippet;
    private final Path classes;

    /**
     * @param classes an empty directory for what is compiled
     */
    SnippetRun(Snippet snippet, Path classes) {
        this.snippet = snippet;
        this.classes = classes;
    }

    void compileAndRun() throws Exception {
        compile();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            run(loader.loadClass(snippet.className()));
        } finally {
            System.setOut(console);
            thread.setContextClassLoader(before);
        }
        compare(printed.toString(StandardCharsets.UTF_8));
    }

    private void compare(String printed) {
        if (snippet.output() == null) {
            return;
        }
        List<String> expected = new ArrayList<>(snippet.output());
        List<String> actual = new ArrayList<>(printed.lines().toList());
        if (!snippet.ordered()) {
            expected.sort(null);
            actual.sort(null);
        }
        if (!actual.equals(expected)) {
            throw new AssertionError(snippet + ": the page shows\n" + String.join("\n", snippet.output())
                    + "\nbut the program prints\n" + printed);
        }
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        boolean compiled = compiler.getTask(null, null, found, options, null, List.of(source()))
                .call();
        if (!compiled) {
            throw new AssertionError(found.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map(error -> snippet.at(error.getLineNumber()) + ": " + error.getMessage(null))
                    .collect(Collectors.joining("\n")));
        }
    }

    private JavaFileObject source() {
        URI uri = URI.create("source:///" + snippet.className() + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return snippet.code();
            }
        };
    }

    private void run(Class<?> program) throws ReflectiveOperationException {
        Method main = program.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw new AssertionError(snippet.at(lineOf(cause)) + ": " + cause, cause);
        }
    }

    /** The line of the program that threw, or called what threw. */
    private int lineOf(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> (snippet.className() + ".java").equals(frame.getFileName()))
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(1);
    }
}
