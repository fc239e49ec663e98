package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/** A sink that commits in two phases; the older form, of which {@link SupportsCommitter} is a part. */
@ModelApi
public interface TwoPhaseCommittingSink<InputT, CommT> extends Sink<InputT>, SupportsCommitter<CommT> {

    @Override
    PrecommittingSinkWriter<InputT, CommT> createWriter(WriterInitContext context) throws IOException;

    /** The committer; one of the two forms has to be there. */
    default Committer<CommT> createCommitter() throws IOException {
        throw new UnsupportedOperationException(getClass().getName() + " overrides no createCommitter");
    }

    @Override
    default Committer<CommT> createCommitter(CommitterInitContext context) throws IOException {
        return createCommitter();
    }

    /** A writer whose results become visible only when a committer commits them. */
    @ModelApi
    @SuppressWarnings("try") // a close that waits for the outside world may be interrupted
    interface PrecommittingSinkWriter<InputT, CommT> extends CommittingSinkWriter<InputT, CommT> {}
}
