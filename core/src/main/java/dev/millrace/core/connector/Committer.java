package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.util.Collection;

/**
 * Makes committables visible once their checkpoint is durable. Committables stay in state until they are acknowledged and
 * come again after a restore, so committing must be idempotent: what has been committed before is a success.
 */
@ModelApi
@SuppressWarnings("try") // a close that waits for the outside world may be interrupted
public interface Committer<CommT> extends AutoCloseable {

    /**
     * Commits. A request on which no method is called has succeeded; an exception fails the task, which then comes back
     * with the same requests.
     */
    void commit(Collection<CommitRequest<CommT>> committables) throws IOException, InterruptedException;

    /** One committable, and how its commit ended. */
    @ModelApi
    interface CommitRequest<CommT> {

        CommT getCommittable();

        /** How often it has been tried before. */
        int getNumberOfRetries();

        /** It can never be committed, and the job goes on without it; the reason is logged. */
        void signalFailedWithKnownReason(Throwable t);

        /** It failed for a reason that nobody foresaw; the job fails. */
        void signalFailedWithUnknownReason(Throwable t);

        /** Try it again later. */
        void retryLater();

        /** Try what is left of it again later. */
        void updateAndRetryLater(CommT committable);

        /** Somebody has committed it before; a success. */
        void signalAlreadyCommitted();
    }
}
