package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.Collection;

/** A writer whose results become visible only when a committer commits them. */
@ModelApi
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface CommittingSinkWriter<InputT, CommittableT> extends SinkWriter<InputT> {

    /** What is to be committed when the checkpoint that is about to be taken is durable; called after {@code flush}. */
    Collection<CommittableT> prepareCommit() throws IOException, InterruptedException;
}
