package dev.millrace.cli.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Ports a source or a folder of them. What is no Java source is copied as it is; what was built stays behind. */
public final class Porter {

    private static final Set<String> BUILT = Set.of("target", "build");
    private static final Set<String> OTHER_LANGUAGES = Set.of("scala", "kt", "groovy");

    private final NameMap map;
    private final TreeMap<Path, List<Token>> sources = new TreeMap<>();
    private final List<Path> others = new ArrayList<>();
    private final OwnTypes own = new OwnTypes();
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();
    private int names;

    private Porter(NameMap map) {
        this.map = map;
    }

    /**
     * Ports what lies at one place to another.
     *
     * @param from a Java source, or a folder
     * @param to the folder to write to; for a single source also the file
     * @throws IllegalArgumentException when there is nothing to port, or it would be written over itself
     */
    public static PortReport port(NameMap map, Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            throw new IllegalArgumentException("there is no " + from + " to port");
        }
        if (Files.exists(to) && Files.isSameFile(from, to)) {
            throw new IllegalArgumentException("the result would be written over " + from + "; name another folder");
        }
        return new Porter(map).run(from, to);
    }

    private PortReport run(Path from, Path to) throws IOException {
        boolean single = Files.isRegularFile(from);
        Path root = single ? from.toAbsolutePath().getParent() : from;
        if (single) {
            take(from.toAbsolutePath());
        } else {
            find(root, to.toAbsolutePath().normalize());
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("there is no Java source in " + from);
        }
        sources.values().forEach(own::add);
        for (Path file : sources.keySet()) {
            Path target = single && to.toString().endsWith(".java")
                    ? to
                    : to.resolve(root.relativize(file).toString());
            write(file, single ? from : file, target);
        }
        for (Path file : others) {
            copy(file, to.resolve(root.relativize(file).toString()));
        }
        return new PortReport(sources.size(), names, others.size(), List.copyOf(complaints), List.copyOf(hints));
    }

    private void find(Path root, Path except) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                String name = dir.getFileName() == null ? "" : dir.getFileName().toString();
                boolean skipped = !dir.equals(root) && (name.startsWith(".") || BUILT.contains(name) && isBuilt(dir));
                boolean result = dir.toAbsolutePath().normalize().equals(except);
                return skipped || result ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                take(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Whether a build file lies beside a folder; otherwise its name is a package's. */
    private static boolean isBuilt(Path dir) {
        return BuildFile.NAMES.stream().anyMatch(name -> Files.exists(dir.resolveSibling(name)));
    }

    private void take(Path file) throws IOException {
        if (file.toString().endsWith(".java")) {
            sources.put(file, Tokens.of(Files.readString(file, StandardCharsets.UTF_8)));
        } else {
            others.add(file);
        }
    }

    private void write(Path file, Path shown, Path target) throws IOException {
        PortedSource ported = SourcePort.port(map, own, shown.toString(), sources.get(file));
        names += ported.names();
        complaints.addAll(ported.complaints());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, ported.text(), StandardCharsets.UTF_8);
    }

    private void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        if (BuildFile.is(file)) {
            hints.addAll(BuildFile.hints(map, file.toString(), Files.readString(file)));
        }
        String name = file.getFileName().toString();
        if (OTHER_LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1))) {
            complaints.add(new Complaint(file.toString(), 1, name, "only Java sources are ported"));
        }
    }
}
