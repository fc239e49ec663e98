package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files that paths name, in the order of names: a file itself, a directory with all below it, the matches of a
 * glob ({@code * ** ? [] {}}). What is hidden (its name begins with a dot) is left out unless a path names it. A path that
 * is there is taken literally, whatever its letters.
 */
final class FileFinder implements Serializable {

    private static final long serialVersionUID = 1;

    /** Directories below one another; more mean a link that leads in a circle. */
    private static final int DEPTH_MAX = 100;

    private final Path[] paths;

    FileFinder(Path[] paths) {
        this.paths = paths.clone();
    }

    List<FileStatus> find() throws IOException {
        List<FileStatus> found = new ArrayList<>();
        for (Path path : paths) {
            FileSystem fileSystem = path.getFileSystem();
            if (isGlob(path) && !fileSystem.exists(path)) {
                int before = found.size();
                findMatches(fileSystem, path, found);
                if (found.size() == before) {
                    throw new FileNotFoundException("No file matches " + path + "; check the pattern");
                }
            } else {
                addAll(fileSystem, fileSystem.getFileStatus(path), 0, found);
            }
        }
        return found;
    }

    private static boolean isGlob(Path path) {
        return path.getPath().chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private static void findMatches(FileSystem fileSystem, Path glob, List<FileStatus> found) throws IOException {
        Path root = glob;
        while (root != null && isGlob(root)) {
            root = root.getParent();
        }
        boolean relative = root == null;
        Path start = relative ? new Path(".") : root;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob.getPath());
        List<FileStatus> candidates = new ArrayList<>();
        addAll(fileSystem, fileSystem.getFileStatus(start), 0, candidates);
        for (FileStatus candidate : candidates) {
            String name = candidate.path().getPath();
            if (matcher.matches(java.nio.file.Path.of(relative ? name.substring(2) : name))) {
                found.add(candidate);
            }
        }
    }

    private static void addAll(FileSystem fileSystem, FileStatus status, int depth, List<FileStatus> found)
            throws IOException {
        if (!status.directory()) {
            found.add(status);
            return;
        }
        if (depth > DEPTH_MAX) {
            throw new IOException("Directories are nested deeper than " + DEPTH_MAX + " at " + status.path()
                    + "; a link may lead in a circle");
        }
        for (FileStatus child : fileSystem.listStatus(status.path())) {
            if (!child.path().getName().startsWith(".")) {
                addAll(fileSystem, child, depth + 1, found);
            }
        }
    }
}
