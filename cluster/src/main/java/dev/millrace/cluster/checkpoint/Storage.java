package dev.millrace.cluster.checkpoint;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.IOException;

/** Finds the file system of a path. Handed in; safe for use by any thread. */
public interface Storage {

    FileSystem at(Path path) throws IOException;
}
