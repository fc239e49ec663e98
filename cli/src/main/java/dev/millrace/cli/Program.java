package dev.millrace.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A class with a main method, and the class loader that it came from. */
final class Program {

    private final Method main;
    private final ClassLoader classes;

    private Program(Method main, ClassLoader classes) {
        this.main = main;
        this.classes = classes;
    }

    /**
     * The program that a user names.
     *
     * @param name a jar file or a class
     * @param mainClass the class of the jar to run; null for the one that its manifest names
     * @param classPath further jars and directories
     */
    static Program find(String name, String mainClass, List<Path> classPath) throws IOException {
        Path jar = Path.of(name);
        boolean isJar = name.endsWith(".jar");
        if (isJar && !Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("There is no file " + name + "; check the spelling of the path");
        }
        List<Path> all = new ArrayList<>(classPath);
        if (isJar) {
            all.add(0, jar);
        }
        String className = isJar ? mainClass == null ? manifestClass(jar) : mainClass : name;
        return of(className, loader(all));
    }

    private static ClassLoader loader(List<Path> classPath) throws IOException {
        ClassLoader parent = Program.class.getClassLoader();
        if (classPath.isEmpty()) {
            return parent;
        }
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            if (!Files.exists(entry)) {
                throw new IllegalArgumentException("There is no " + entry + ", which the class path names");
            }
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
        }
    }

    /** The program of a class; a class that is not there or has no main method is an error. */
    static Program of(String className, ClassLoader classes) {
        try {
            Method main = Class.forName(className, false, classes).getMethod("main", String[].class);
            if (!Modifier.isStatic(main.getModifiers())) {
                throw new IllegalArgumentException("The main method of " + className + " is not static");
            }
            return new Program(main, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "There is no class " + className + "; give its full name, or the jar that holds it", e);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    "Class " + className + " has no method public static void main(String[])", e);
        }
    }

    /** Calls the main method and throws what it throws. */
    void run(List<String> arguments) throws Exception {
        Thread.currentThread().setContextClassLoader(classes);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw new IllegalStateException("The program broke off", e.getCause());
        }
    }
}
