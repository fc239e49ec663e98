package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableFsDataOutputStream;
import dev.millrace.core.file.RecoverableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One directory of a writer: the file in progress, if there is one, and those that have ended since the last checkpoint. */
final class Bucket<IN, BucketID> implements PartFileInfo<BucketID> {

    private final BucketID bucketId;
    private final Path directory;
    private final FileWriting<IN, BucketID> writing;
    private final List<FileSinkCommittable> pending = new ArrayList<>();
    private RecoverableFsDataOutputStream part;
    private long creationMillis;
    private long lastUpdateMillis;

    Bucket(BucketID bucketId, FileWriting<IN, BucketID> writing) {
        String name = bucketId.toString();
        this.bucketId = bucketId;
        this.directory = name.isEmpty() ? writing.basePath() : new Path(writing.basePath(), name);
        this.writing = writing;
    }

    /** Goes on with a file of an earlier run; a second one, after a change of parallelism, ends where it was. */
    void resume(FileWriterBucketState<BucketID> state) throws IOException {
        RecoverableFsDataOutputStream resumed = writing.files().recover(state.inProgress());
        if (part == null) {
            part = resumed;
            creationMillis = state.creationMillis();
            lastUpdateMillis = state.creationMillis();
        } else {
            pending.add(new FileSinkCommittable(resumed.closeForCommit().getRecoverable()));
        }
    }

    void write(IN element, long nowMillis) throws IOException {
        if (part != null && writing.policy().shouldRollOnEvent(this, element)) {
            endPart();
        }
        if (part == null) {
            FileSystem fileSystem = directory.getFileSystem();
            part = writing.files().open(writing.names().next(fileSystem, directory));
            creationMillis = nowMillis;
        }
        writing.encoder().encode(element, part);
        lastUpdateMillis = nowMillis;
    }

    private void endPart() throws IOException {
        pending.add(new FileSinkCommittable(part.closeForCommit().getRecoverable()));
        part = null;
    }

    /** The time has come to a point. */
    void onTime(long nowMillis) throws IOException {
        if (part != null && writing.policy().shouldRollOnProcessingTime(this, nowMillis)) {
            endPart();
        }
    }

    /** The files that have ended, to be committed with the checkpoint that is being taken. */
    List<FileSinkCommittable> takePending(boolean endOfInput) throws IOException {
        if (part != null && (endOfInput || writing.policy().shouldRollOnCheckpoint(this))) {
            endPart();
        }
        List<FileSinkCommittable> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    /** Whether a file is in progress. */
    boolean isActive() {
        return part != null;
    }

    /** Makes the file in progress durable as far as it is. */
    FileWriterBucketState<BucketID> snapshot() throws IOException {
        RecoverableWriter.ResumeRecoverable here = part.persist();
        return new FileWriterBucketState<>(bucketId, creationMillis, here);
    }

    /** Lets go of the file in progress; what no checkpoint covers is lost. */
    void close() throws IOException {
        if (part != null) {
            part.close();
        }
    }

    @Override
    public BucketID getBucketId() {
        return bucketId;
    }

    @Override
    public long getCreationTime() {
        return creationMillis;
    }

    @Override
    public long getSize() throws IOException {
        return part.getPos();
    }

    @Override
    public long getLastUpdateTime() {
        return lastUpdateMillis;
    }
}
