package dev.millrace.core.file;

import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.StandardOpenOption;

/**
 * Recoverable files of the local machine: {@code dir/.name.inprogress} until {@code dir/name} is committed by a rename. A
 * file left over under that name by a lost attempt is replaced, since nothing durable names it.
 */
final class LocalRecoverableWriter implements RecoverableWriter {

    private final LocalFileSystem fileSystem;

    LocalRecoverableWriter(LocalFileSystem fileSystem) {
        this.fileSystem = fileSystem;
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
        LocalRecoverable local = LocalRecoverable.of(resumable);
        Path temporary = new Path(null, null, local.temporary());
        FileChannel channel = openCut(temporary, local.length());
        channel.position(local.length());
        return new Stream(
                new Path(null, null, local.target()),
                temporary,
                new LocalOutputStream(channel, temporary, local.length()));
    }

    /** Opens a file and cuts off what came after {@code length}; a shorter file has lost data that were durable. */
    private static FileChannel openCut(Path temporary, long length) throws IOException {
        try {
            FileChannel channel = FileChannel.open(LocalFileSystem.local(temporary), StandardOpenOption.WRITE);
            if (channel.size() < length) {
                long size = channel.size();
                channel.close();
                throw new IOException("Cannot go on with " + temporary + ": the checkpoint counts " + length
                        + " bytes and it has " + size + "; restore from another checkpoint");
            }
            return channel.truncate(length);
        } catch (FileSystemException e) {
            throw LocalFileSystem.explained("go on with", temporary, e);
        }
    }

    @Override
    public RecoverableFsDataOutputStream.Committer recoverForCommit(CommitRecoverable resumable) {
        return new RenameCommitter(LocalRecoverable.of(resumable));
    }

    @Override
    public SimpleVersionedSerializer<CommitRecoverable> getCommitRecoverableSerializer() {
        return new LocalRecoverable.Serializer<>(CommitRecoverable.class);
    }

    @Override
    public SimpleVersionedSerializer<ResumeRecoverable> getResumeRecoverableSerializer() {
        return new LocalRecoverable.Serializer<>(ResumeRecoverable.class);
    }

    private final class RenameCommitter implements RecoverableFsDataOutputStream.Committer {

        private final LocalRecoverable file;

        RenameCommitter(LocalRecoverable file) {
            this.file = file;
        }

        @Override
        public void commit() throws IOException {
            Path temporary = new Path(null, null, file.temporary());
            openCut(temporary, file.length()).close();
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

        private LocalRecoverable here() throws IOException {
            return new LocalRecoverable(target.getPath(), temporary.getPath(), out.getPos());
        }

        @Override
        public ResumeRecoverable persist() throws IOException {
            out.sync();
            return here();
        }

        @Override
        public Committer closeForCommit() throws IOException {
            out.sync();
            LocalRecoverable end = here();
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
