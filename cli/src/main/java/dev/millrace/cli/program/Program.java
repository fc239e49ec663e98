package dev.millrace.cli.program;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/** A class with a main method, and the class loader that it came from. */
public final class Program {

    private final Method main;
    private final ClassLoader classes;

    private Program(Method main, ClassLoader classes) {
        this.main = main;
        this.classes = classes;
    }

    /**
     * The program that a user names.
     *
     * @param name a jar file, a class, or a Java source
     * @param mainClass the class of the jar or source to run; null for the one that the manifest names, or the source's only
     *     one with a main method
     * @param classPath further jars and directories
     * @throws IllegalArgumentException when there is no such program; says what is missing and what to do
     */
    public static Program find(String name, String mainClass, List<Path> classPath) throws IOException {
        for (Path entry : classPath) {
            if (!Files.exists(entry)) {
                throw new IllegalArgumentException("There is no " + entry + ", which the class path names");
            }
        }
        if (name.endsWith(".java")) {
            Path source = readable(name);
            return SourceCompiler.compile(source, mainClass, classPath, loader(classPath));
        }
        if (name.endsWith(".jar")) {
            Path jar = readable(name);
            List<Path> all = new ArrayList<>(classPath);
            all.add(0, jar);
            String named = mainClass == null ? manifestClass(jar) : mainClass;
            return of(named, loader(all), jar + " has no class " + named + "; name the one to run with --class");
        }
        if (name.indexOf(File.separatorChar) >= 0 || Files.isRegularFile(Path.of(name))) {
            throw new IllegalArgumentException(
                    name + " is neither a jar (.jar) nor a Java source (.java), and no class has such a name");
        }
        return of(name, loader(classPath));
    }

    private static Path readable(String name) throws IOException {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("There is no file " + name + "; check the spelling of the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(name + " is a directory, not a file; name the file that is to be run");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(name);
        }
        return file;
    }

    private static ClassLoader loader(List<Path> classPath) throws IOException {
        ClassLoader parent = Program.class.getClassLoader();
        if (classPath.isEmpty()) {
            return parent;
        }
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), parent);
    }

    private static String manifestClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Main-Class");
            if (named == null) {
                throw new IllegalArgumentException(
                        "The manifest of " + jar + " names no Main-Class; name one with --class CLASS");
            }
            return named;
        } catch (ZipException broken) {
            throw new IllegalArgumentException(jar + " is no jar, or a damaged one; build or copy it again");
        }
    }

    /**
     * The program of a class.
     *
     * @throws IllegalArgumentException when the class is not there, cannot be loaded or has no main method
     */
    public static Program of(String className, ClassLoader classes) {
        return of(
                className,
                classes,
                "There is no class " + className + "; give its full name, or the jar that holds it");
    }

    private static Program of(String className, ClassLoader classes, String missing) {
        try {
            Method main = Class.forName(className, false, classes).getMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                throw new IllegalArgumentException(
                        "The main method of " + className + " is not static; it has to be public static void");
            }
            return new Program(main, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(missing);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "Class " + className + " has no method public static void main(String[])");
        } catch (LinkageError broken) {
            throw new IllegalArgumentException(Linkage.explain(broken), broken);
        }
    }

    /** Calls the main method and throws what it throws. */
    public void run(List<String> arguments) throws Exception {
        Thread.currentThread().setContextClassLoader(classes);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw thrown(e.getCause());
        }
    }

    private static Exception thrown(Throwable cause) {
        if (cause instanceof Exception exception) {
            return exception;
        }
        if (cause instanceof LinkageError broken) {
            return new IllegalStateException(Linkage.explain(broken), broken);
        }
        if (cause instanceof NotRun notRun) {
            throw notRun;
        }
        return new IllegalStateException("The program broke off", cause);
    }
}
