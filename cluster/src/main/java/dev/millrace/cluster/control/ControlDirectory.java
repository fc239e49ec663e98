package dev.millrace.cluster.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where processes of a user leave their sockets: the first of a few directories that can be used, all are looked into. */
public final class ControlDirectory {

    /** The longest path that a socket may have on every system we run on, bytes; Linux takes 107, macOS 103. */
    private static final int SOCKET_PATH_BYTES_MAX = 103;

    private static final String SUFFIX = ".sock";

    /** A process opens one socket at a time, and one more while an earlier one closes. */
    private static final int SOCKETS_PER_PROCESS_MAX = 8;

    private final List<Path> candidates;

    /** Uses the first directory it can, which it makes when it is not there. */
    public ControlDirectory(List<Path> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /** {@code $XDG_RUNTIME_DIR/millrace}, {@code ~/.millrace/run}, or a directory of the user's among the temporary ones. */
    public static ControlDirectory ofUser() {
        List<Path> candidates = new ArrayList<>();
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            candidates.add(Path.of(runtime, "millrace"));
        }
        candidates.add(Path.of(System.getProperty("user.home"), ".millrace", "run"));
        candidates.add(Path.of(System.getProperty("java.io.tmpdir"), "millrace-" + System.getProperty("user.name")));
        return new ControlDirectory(candidates);
    }

    /**
     * A path for a socket of a process, at which nothing is.
     *
     * @throws IOException when no directory can be used; says why for each
     */
    Path newSocket(long pid) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (Path directory : candidates) {
            try {
                makePrivate(directory);
                return free(directory, pid);
            } catch (IOException unusable) {
                reasons.add(directory + ": " + unusable.getMessage());
            }
        }
        throw new IOException("no directory for a control socket can be used: " + String.join("; ", reasons));
    }

    private static Path free(Path directory, long pid) throws IOException {
        for (int i = 0; i < SOCKETS_PER_PROCESS_MAX; i++) {
            Path socket = directory.resolve(pid + (i == 0 ? "" : "-" + i) + SUFFIX);
            if (socket.toString().getBytes(StandardCharsets.UTF_8).length > SOCKET_PATH_BYTES_MAX) {
                throw new IOException("the path of a socket has at most " + SOCKET_PATH_BYTES_MAX + " bytes");
            }
            if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
                return socket;
            }
        }
        throw new IOException("process " + pid + " has " + SOCKETS_PER_PROCESS_MAX + " sockets already");
    }

    /** A directory that somebody else made, or may enter, is no place for it. */
    private static void makePrivate(Path directory) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(directory);
            return;
        }
        Set<PosixFilePermission> mine = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(mine));
        }
        PosixFileAttributes attributes =
                Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory() || !attributes.permissions().equals(mine)) {
            throw new IOException("it is not a directory with the rights rwx------");
        }
        if (!attributes.owner().getName().equals(System.getProperty("user.name")) || !Files.isWritable(directory)) {
            throw new IOException("it belongs to " + attributes.owner().getName());
        }
    }

    /** The sockets that lie here, also those of processes that have died. */
    List<Path> sockets() throws IOException {
        List<Path> sockets = new ArrayList<>();
        for (Path directory : candidates) {
            if (Files.isDirectory(directory) && Files.isReadable(directory)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                    files.forEach(sockets::add);
                }
            }
        }
        sockets.sort(null);
        return sockets;
    }

    /** Whether the process that opened a socket has died. */
    static boolean isStale(Path socket) {
        String name = socket.getFileName().toString();
        String pid = name.substring(0, name.length() - SUFFIX.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
