package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.List;

/**
 * A function whose state is one list, dealt out round robin when the parallelism changes; the older form of
 * {@link CheckpointedFunction}.
 */
@ModelApi
public interface ListCheckpointed<T extends Serializable> {

    /**
     * The state as it is now.
     *
     * @param timestamp when the snapshot is taken, milliseconds since the epoch
     */
    List<T> snapshotState(long checkpointId, long timestamp) throws Exception;

    /** Gives the function its part of the state, before {@code open}; not called when there is nothing to restore. */
    void restoreState(List<T> state) throws Exception;
}
