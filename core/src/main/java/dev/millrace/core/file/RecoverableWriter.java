package dev.millrace.core.file;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.IOException;

/** Writes files that survive a crash of the writer: what was persisted is kept, what came after is cut off. */
@ModelApi
public interface RecoverableWriter {

    /** Begins a file that {@code path} will name once it is committed. */
    RecoverableFsDataOutputStream open(Path path) throws IOException;

    /** Goes on with a file from where it was persisted; later bytes are cut off. */
    RecoverableFsDataOutputStream recover(ResumeRecoverable resumable) throws IOException;

    /** The committer of a file that was closed, or persisted, before a crash; bytes after that are cut off. */
    RecoverableFsDataOutputStream.Committer recoverForCommit(CommitRecoverable resumable) throws IOException;

    SimpleVersionedSerializer<CommitRecoverable> getCommitRecoverableSerializer();

    SimpleVersionedSerializer<ResumeRecoverable> getResumeRecoverableSerializer();

    /** Names a finished file that has to be committed. */
    @ModelApi
    interface CommitRecoverable {}

    /** Names a file in progress and how much of it counts. */
    @ModelApi
    interface ResumeRecoverable extends CommitRecoverable {}
}
