package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.CheckpointStorage;
import java.net.URI;

/** Keeps checkpoints in a directory. */
@ModelApi
public class FileSystemCheckpointStorage implements CheckpointStorage {

    private static final long serialVersionUID = 1;

    private final String directory;

    /**
     * @param directory a directory or a {@code file:} address
     */
    public FileSystemCheckpointStorage(String directory) {
        this.directory = java.util.Objects.requireNonNull(directory, "directory");
    }

    public FileSystemCheckpointStorage(URI directory) {
        this(directory.toString());
    }

    public FileSystemCheckpointStorage(Path directory) {
        this(directory.toString());
    }

    public Path getCheckpointPath() {
        return new Path(directory);
    }

    @Override
    public String directory() {
        return directory;
    }
}
