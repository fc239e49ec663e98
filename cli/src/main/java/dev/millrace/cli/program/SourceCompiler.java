package dev.millrace.cli.program;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one source in memory, against the class path of this process and what a user adds to it. */
final class SourceCompiler {

    private SourceCompiler() {}

    /**
     * The program of a source.
     *
     * @param mainClass the class to run; null for the only one that has a main method, or the one named like the file
     * @throws IllegalArgumentException when it does not compile; names each error with file and line
     */
    static Program compile(Path source, String mainClass, List<Path> classPath, ClassLoader parent) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalArgumentException(source + " cannot be compiled: " + System.getProperty("java.home")
                    + " has no compiler; set JAVA_HOME to a JDK");
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
            MemoryClasses classes = new MemoryClasses(parent);
            List<String> options = List.of(
                    "-classpath", classPath(classPath), "-proc:none", "-g", "-parameters", "-Xlint:none", "-nowarn");
            StringWriter other = new StringWriter();
            boolean compiled = compiler.getTask(
                            other, classes.output(files), found, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(
                        source.getFileName() + " does not compile:\n" + errors(found, source) + other);
            }
            return Program.of(mainClass == null ? mainClass(source, classes) : mainClass, classes);
        }
    }

    private static String classPath(List<Path> more) {
        List<String> all = new ArrayList<>(more.stream().map(Path::toString).toList());
        all.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, all);
    }

    private static String errors(DiagnosticCollector<JavaFileObject> found, Path source) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> source + ":" + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT).replace("\n", "\n    "))
                .collect(Collectors.joining("\n"));
    }

    private static String mainClass(Path source, MemoryClasses classes) {
        List<String> runnable =
                classes.names().stream().filter(name -> hasMain(name, classes)).toList();
        if (runnable.size() == 1) {
            return runnable.get(0);
        }
        if (runnable.isEmpty()) {
            throw new IllegalArgumentException(
                    "No class of " + source + " has a method public static void main(String[])");
        }
        String simple = source.getFileName().toString().replaceFirst("\\.java$", "");
        return runnable.stream()
                .filter(name -> name.substring(name.lastIndexOf('.') + 1).equals(simple))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Several classes of " + source
                        + " have a main method; name one with --class: " + String.join(", ", runnable)));
    }

    private static boolean hasMain(String name, ClassLoader classes) {
        try {
            return Modifier.isStatic(Class.forName(name, false, classes)
                    .getMethod("main", String[].class)
                    .getModifiers());
        } catch (ReflectiveOperationException none) {
            return false;
        }
    }
}
