package dev.millrace.verification.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they lie on disk, found from the folder in which the tests run. Read once for all tests. */
public final class ProjectFiles {
    private static final List<String> BUILT_OR_FOREIGN = List.of("target", ".git", ".idea");

    private ProjectFiles() {}

    /** The root of the project: the nearest folder above that holds the build and the module of all words. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("core/src"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no folder above " + Path.of("").toAbsolutePath()
                    + " holds the project; run the tests inside a checkout");
        }
        return folder;
    }

    /** The text of one file, by its path from the root. */
    public static String text(String path) {
        try {
            return Files.readString(root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The names that the main sources of a module import. */
    public static List<String> imports(String module) {
        return sources().stream()
                .filter(file -> file.isMain() && file.module().equals(module))
                .flatMap(file -> file.tree().getImports().stream())
                .map(imported -> imported.getQualifiedIdentifier().toString())
                .distinct()
                .toList();
    }

    static List<SourceFile> sources() {
        return Sources.ALL;
    }

    /** All files, without what is built, whose name ends in one of these; paths from the root. */
    static List<Path> ending(String... endings) {
        Path root = root();
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.map(root::relativize)
                    .filter(path -> BUILT_OR_FOREIGN.stream().noneMatch(name -> contains(path, name)))
                    .filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(path -> Files.isRegularFile(root.resolve(path)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the files of " + root, e);
        }
    }

    private static boolean contains(Path path, String name) {
        for (Path part : path) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static final class Sources {
        static final List<SourceFile> ALL = read();

        private static List<SourceFile> read() {
            List<SourceFile> files = new ArrayList<>();
            for (Path path : ending(".java")) {
                String name = path.toString().replace('\\', '/');
                int main = name.indexOf("/src/main/java/");
                int test = name.indexOf("/src/test/java/");
                if (main >= 0 || test >= 0) {
                    SourceFile.Kind kind = main >= 0 ? SourceFile.Kind.MAIN : SourceFile.Kind.TEST;
                    files.add(SourceFile.parse(name.substring(0, Math.max(main, test)), kind, name, text(name)));
                }
            }
            return List.copyOf(files);
        }
    }
}
