package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.List;

/** A writer that goes on after a restore where it was at the checkpoint. */
@ModelApi
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface StatefulSinkWriter<InputT, WriterStateT> extends SinkWriter<InputT> {

    /** What a writer needs to go on from here; called after {@code flush} and {@code prepareCommit} of the same barrier. */
    List<WriterStateT> snapshotState(long checkpointId) throws IOException;
}
