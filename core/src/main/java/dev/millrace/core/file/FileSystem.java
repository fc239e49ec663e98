package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;

/**
 * A place where files are. Safe for use by many threads. A missing file is a {@link java.io.FileNotFoundException}, and
 * every error names the path.
 */
@ModelApi
public interface FileSystem {

    /** The scheme of local files. */
    String LOCAL_SCHEME = "file";

    /** The file system of a URI; one without a scheme is local. */
    static FileSystem get(URI uri) throws IOException {
        String scheme = uri.getScheme() == null ? LOCAL_SCHEME : uri.getScheme();
        TreeSet<String> known = new TreeSet<>();
        Optional<FileSystemFactory> factory = ServiceLoader.load(FileSystemFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(f -> known.add(f.getScheme()) && f.getScheme().equals(scheme))
                .findFirst();
        if (factory.isEmpty()) {
            throw new IOException("No file system for the scheme '" + scheme + "' of " + uri + ". Known schemes: "
                    + known + "; add the module of this file system to the class path");
        }
        return factory.get().create(uri);
    }

    /** Opens a file to read, positioned at its first byte. */
    FSDataInputStream open(Path path) throws IOException;

    /** Creates a file and the directories above it. */
    FSDataOutputStream create(Path path, WriteMode mode) throws IOException;

    FileStatus getFileStatus(Path path) throws IOException;

    /** What a directory holds, in the order of names. */
    FileStatus[] listStatus(Path directory) throws IOException;

    boolean exists(Path path) throws IOException;

    /**
     * Deletes a file or directory; false if there was none.
     *
     * @param recursive whether a directory may hold something
     */
    boolean delete(Path path, boolean recursive) throws IOException;

    /** Creates a directory and those above it; fine if it is there. */
    void mkdirs(Path path) throws IOException;

    /** Gives a file another name in one step that survives a crash; a file of that name is replaced. */
    void rename(Path source, Path target) throws IOException;

    /** A writer whose outputs survive a crash. */
    RecoverableWriter createRecoverableWriter() throws IOException;

    /** What to do when a file to create is there. */
    @ModelApi
    enum WriteMode {
        /** Fail. */
        NO_OVERWRITE,
        /** Replace it. */
        OVERWRITE
    }
}
