package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/** A sink that commits in two phases; its writers are {@link CommittingSinkWriter}s. */
@ModelApi
public interface SupportsCommitter<CommittableT> {

    Committer<CommittableT> createCommitter(CommitterInitContext context) throws IOException;

    SimpleVersionedSerializer<CommittableT> getCommittableSerializer();
}
