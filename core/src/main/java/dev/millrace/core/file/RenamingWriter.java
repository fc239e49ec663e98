package dev.millrace.core.file;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.IOException;

/**
 * Recoverable files of a file system that renames in one step: {@code dir/.name.inprogress} until {@code dir/name} is
 * committed. A file left over under that name by a lost attempt is replaced, since nothing durable names it.
 */
public final class RenamingWriter implements RecoverableWriter {

    private final FileSystem fileSystem;
    private final Reopening files;

    /** Goes on with files that are there. */
    @FunctionalInterface
    public interface Reopening {

        /**
         * Opens a file to write behind its first bytes; what comes after these is cut off.
         *
         * @param length how many bytes stay
         * @throws IOException when the file has fewer: it has lost data that were durable
         */
        FSDataOutputStream reopen(Path path, long length) throws IOException;
    }

    public RenamingWriter(FileSystem fileSystem, Reopening files) {
        this.fileSystem = fileSystem;
        this.files = files;
    }

    @Override
    public RecoverableFsDataOutputStream open(Path path) throws IOException {
        if (fileSystem.exists(path)) {
            throw new IOException(
                    "Cannot write " + path + ": it has been committed before; give each file a name of its own");
        }
        Path parent = path.getParent();
        String hidden = "." + path.getName() + ".inprogress";
        Path temporary = parent == null ? new Path(hidden) : new Path(parent, hidden);
        FSDataOutputStream out = fileSystem.create(temporary, FileSystem.WriteMode.OVERWRITE);
        return new Stream(path, temporary, out);
    }

    @Override
    public RecoverableFsDataOutputStream recover(ResumeRecoverable resumable) throws IOException {
        HiddenFile file = HiddenFile.of(resumable);
        Path temporary = new Path(null, null, file.temporary());
        return new Stream(new Path(null, null, file.target()), temporary, files.reopen(temporary, file.length()));
    }

    @Override
    public RecoverableFsDataOutputStream.Committer recoverForCommit(CommitRecoverable resumable) {
        return new RenameCommitter(HiddenFile.of(resumable));
    }

    @Override
    public SimpleVersionedSerializer<CommitRecoverable> getCommitRecoverableSerializer() {
        return new HiddenFile.Serializer<>(CommitRecoverable.class);
    }

    @Override
    public SimpleVersionedSerializer<ResumeRecoverable> getResumeRecoverableSerializer() {
        return new HiddenFile.Serializer<>(ResumeRecoverable.class);
    }

    private final class RenameCommitter implements RecoverableFsDataOutputStream.Committer {

        private final HiddenFile file;

        RenameCommitter(HiddenFile file) {
            this.file = file;
        }

        @Override
        public void commit() throws IOException {
            Path temporary = new Path(null, null, file.temporary());
            files.reopen(temporary, file.length()).close();
            fileSystem.rename(temporary, new Path(null, null, file.target()));
        }

        @Override
        public void commitAfterRecovery() throws IOException {
            Path temporary = new Path(null, null, file.temporary());
            Path target = new Path(null, null, file.target());
            if (fileSystem.exists(temporary)) {
                commit();
            } else if (!fileSystem.exists(target)) {
                throw new IOException("Cannot commit " + target + ": neither it nor " + temporary
                        + " is there; somebody has deleted output of this job");
            }
        }

        @Override
        public CommitRecoverable getRecoverable() {
            return file;
        }
    }

    /** A file in progress. */
    private final class Stream extends RecoverableFsDataOutputStream {

        private final Path target;
        private final Path temporary;
        private final FSDataOutputStream out;

        Stream(Path target, Path temporary, FSDataOutputStream out) {
            this.target = target;
            this.temporary = temporary;
            this.out = out;
        }

        private HiddenFile here() throws IOException {
            return new HiddenFile(target.getPath(), temporary.getPath(), out.getPos());
        }

        @Override
        public ResumeRecoverable persist() throws IOException {
            out.sync();
            return here();
        }

        @Override
        public Committer closeForCommit() throws IOException {
            out.sync();
            HiddenFile end = here();
            out.close();
            return new RenameCommitter(end);
        }

        @Override
        public long getPos() throws IOException {
            return out.getPos();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void sync() throws IOException {
            out.sync();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
