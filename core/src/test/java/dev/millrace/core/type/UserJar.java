package dev.millrace.core.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A user's classes compiled from source into a class loader of their own, as a job's jar is. */
final class UserJar {

    private final URLClassLoader loader;

    private UserJar(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Compiles into a class loader that sees nothing but the JDK. */
    static UserJar compileAlone(Path folder, String... sources) {
        try {
            compile(folder, sources);
            return new UserJar(
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles into the folder; each source's file is named by the first class of its text. */
    static UserJar compile(Path folder, String... sources) {
        try {
            List<String> arguments = new ArrayList<>(
                    List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")));
            for (int i = 0; i < sources.length; i++) {
                Path directory = Files.createDirectories(folder.resolve("source" + i));
                String name =
                        sources[i].replaceAll("(?s).*?public \\w*\\s*(?:class|record|enum|interface) (\\w+).*", "$1");
                arguments.add(Files.writeString(directory.resolve(name + ".java"), sources[i])
                        .toString());
            }
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
            if (result != 0) {
                throw new IllegalArgumentException("the sources do not compile");
            }
            return new UserJar(new URLClassLoader(new URL[] {folder.toUri().toURL()}, UserJar.class.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassLoader loader() {
        return loader;
    }

    Class<?> load(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A new object by the class's first constructor. */
    Object make(String name, Object... arguments) {
        try {
            Constructor<?> constructor = load(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
