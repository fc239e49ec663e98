package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.CheckpointStorage;
import java.net.URI;

/** State on the heap, checkpoints in a directory. */
@ModelApi
public class FsStateBackend extends AbstractStateBackend {
    private static final long serialVersionUID = 1;

    private final FileSystemCheckpointStorage storage;

    public FsStateBackend(String directory) {
        storage = new FileSystemCheckpointStorage(directory);
    }

    /** Snapshots are written in the background, whatever is said. */
    public FsStateBackend(String directory, boolean asynchronous) {
        this(directory);
    }

    public FsStateBackend(URI directory) {
        this(directory.toString());
    }

    /** Snapshots are written in the background, whatever is said. */
    public FsStateBackend(URI directory, boolean asynchronous) {
        this(directory);
    }

    public FsStateBackend(Path directory) {
        this(directory.toString());
    }

    public Path getCheckpointPath() {
        return storage.getCheckpointPath();
    }

    @Override
    public CheckpointStorage checkpointStorage() {
        return storage;
    }
}
