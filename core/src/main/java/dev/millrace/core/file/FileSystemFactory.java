package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.net.URI;

/** Makes the file systems of one scheme; found by {@link java.util.ServiceLoader}. */
@ModelApi
public interface FileSystemFactory {

    /** The scheme of the paths that it is for, such as {@code file}. */
    String getScheme();

    /** A file system for the scheme and authority of a URI. */
    FileSystem create(URI fsUri) throws IOException;
}
