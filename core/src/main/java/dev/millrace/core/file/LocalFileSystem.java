package dev.millrace.core.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of the machine the process runs on. Errors of the operating system come with the path and what to do. */
final class LocalFileSystem implements FileSystem {

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        java.nio.file.Path local = local(path);
        if (Files.isDirectory(local)) {
            throw new IOException(path + " is a directory, not a file");
        }
        try {
            return new LocalInputStream(FileChannel.open(local, StandardOpenOption.READ));
        } catch (FileSystemException e) {
            throw explained("read", path, e);
        }
    }

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
        OpenOption[] options = mode == WriteMode.OVERWRITE
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        mkdirsAbove(path);
        try {
            return new LocalOutputStream(FileChannel.open(local(path), options), path, 0);
        } catch (FileSystemException e) {
            throw explained("create", path, e);
        }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return status(path, local(path));
        } catch (FileSystemException e) {
            throw explained("find", path, e);
        }
    }

    @Override
    public FileStatus[] listStatus(Path directory) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        try (Stream<java.nio.file.Path> children = Files.list(local(directory))) {
            for (java.nio.file.Path child : (Iterable<java.nio.file.Path>) children::iterator) {
                String name = child.getFileName().toString();
                try {
                    found.add(status(new Path(directory, name), child));
                } catch (NoSuchFileException e) {
                    continue; // deleted, or a dangling link: as if it had not been there
                }
            }
        } catch (FileSystemException e) {
            throw explained("list", directory, e);
        }
        found.sort(Comparator.comparing(s -> s.path().getName()));
        return found.toArray(FileStatus[]::new);
    }

    private static FileStatus status(Path path, java.nio.file.Path local) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(local, BasicFileAttributes.class);
        boolean directory = attributes.isDirectory();
        long length = directory ? 0 : attributes.size();
        return new FileStatus(path, length, attributes.lastModifiedTime().toMillis(), directory);
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(local(path));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        try {
            if (recursive && Files.isDirectory(local(path), java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                for (FileStatus child : listStatus(path)) {
                    delete(child.path(), true);
                }
            }
            return Files.deleteIfExists(local(path));
        } catch (FileSystemException e) {
            throw explained("delete", path, e);
        }
    }

    @Override
    public void mkdirs(Path path) throws IOException {
        try {
            Files.createDirectories(local(path));
        } catch (FileSystemException e) {
            throw explained("create directory", path, e);
        }
    }

    void mkdirsAbove(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            mkdirs(parent);
        }
    }

    @Override
    public void rename(Path source, Path target) throws IOException {
        java.nio.file.Path to = local(target).toAbsolutePath();
        try {
            Files.move(local(source), to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // the new name is durable only once its directory is
            try (FileChannel directory = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (FileSystemException e) {
            throw explained("rename to " + target + " from", source, e);
        }
    }

    @Override
    public RecoverableWriter createRecoverableWriter() {
        return new RenamingWriter(this, LocalFileSystem::reopen);
    }

    private static FSDataOutputStream reopen(Path path, long length) throws IOException {
        try {
            FileChannel channel = FileChannel.open(local(path), StandardOpenOption.WRITE);
            if (channel.size() < length) {
                long size = channel.size();
                channel.close();
                throw new IOException("Cannot go on with " + path + ": the checkpoint counts " + length
                        + " bytes and it has " + size + "; restore from another checkpoint");
            }
            channel.truncate(length).position(length);
            return new LocalOutputStream(channel, path, length);
        } catch (FileSystemException e) {
            throw explained("go on with", path, e);
        }
    }

    static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.getPath());
    }

    static IOException explained(String action, Path path, FileSystemException e) {
        String what = "Cannot " + action + " " + path + ": ";
        if (e instanceof NoSuchFileException) {
            FileNotFoundException missing =
                    new FileNotFoundException(what + "there is no " + e.getFile() + "; check the spelling of the path");
            missing.initCause(e);
            return missing;
        }
        return new IOException(what + reason(path, e), e);
    }

    private static String reason(Path path, FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied for user " + System.getProperty("user.name")
                    + "; change its permissions, or run as a user who may";
        }
        if (e instanceof FileAlreadyExistsException) {
            return e.getFile() + " is there already"
                    + (local(path).toString().equals(e.getFile()) ? "" : " and is no directory")
                    + "; delete it or choose another name";
        }
        if (e instanceof NotDirectoryException) {
            return "it is no directory";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "the directory is not empty";
        }
        return e.getReason() == null ? e.toString() : e.getReason();
    }
}
