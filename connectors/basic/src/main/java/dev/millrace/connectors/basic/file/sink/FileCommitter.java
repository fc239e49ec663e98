package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.connector.Committer;
import dev.millrace.core.file.RecoverableWriter;
import java.io.IOException;
import java.util.Collection;

/** Gives pending files their final names; a file that has it already is left alone. */
final class FileCommitter implements Committer<FileSinkCommittable> {

    private final RecoverableWriter files;

    FileCommitter(RecoverableWriter files) {
        this.files = files;
    }

    @Override
    public void commit(Collection<CommitRequest<FileSinkCommittable>> requests) throws IOException {
        for (CommitRequest<FileSinkCommittable> request : requests) {
            files.recoverForCommit(request.getCommittable().pendingFile()).commitAfterRecovery();
        }
    }

    @Override
    public void close() {}
}
