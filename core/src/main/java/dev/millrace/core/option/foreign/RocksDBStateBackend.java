package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.net.URI;

/** State beside the heap, checkpoints in a directory; state lives on the heap here, and snapshots are whole. */
@ModelApi
public class RocksDBStateBackend extends FsStateBackend {
    private static final long serialVersionUID = 1;

    public RocksDBStateBackend(String directory) throws IOException {
        super(directory);
    }

    /** Snapshots are whole, whatever is said. */
    public RocksDBStateBackend(String directory, boolean incremental) throws IOException {
        super(directory);
    }

    public RocksDBStateBackend(URI directory) throws IOException {
        super(directory);
    }

    /** Snapshots are whole, whatever is said. */
    public RocksDBStateBackend(URI directory, boolean incremental) throws IOException {
        super(directory);
    }

    /** With the checkpoints of another state backend. */
    public RocksDBStateBackend(FsStateBackend checkpoints) {
        super(checkpoints.getCheckpointPath());
    }

    /** With the checkpoints of another state backend; snapshots are whole, whatever is said. */
    public RocksDBStateBackend(FsStateBackend checkpoints, boolean incremental) {
        super(checkpoints.getCheckpointPath());
    }
}
