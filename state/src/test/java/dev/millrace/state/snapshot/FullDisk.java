package dev.millrace.state.snapshot;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import java.io.FileNotFoundException;
import java.io.IOException;

/** A file system on which files can be created but not filled. */
final class FullDisk implements FileSystem {

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) {
        return new FSDataOutputStream() {
            @Override
            public long getPos() {
                return 0;
            }

            @Override
            public void sync() throws IOException {
                throw full();
            }

            @Override
            public void write(int value) throws IOException {
                throw full();
            }

            private IOException full() {
                return new IOException("No space left on device");
            }
        };
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        throw new FileNotFoundException(path.toString());
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        throw new FileNotFoundException(path.toString());
    }

    @Override
    public FileStatus[] listStatus(Path directory) {
        return new FileStatus[0];
    }

    @Override
    public boolean exists(Path path) {
        return false;
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        return false;
    }

    @Override
    public void mkdirs(Path path) {}

    @Override
    public void rename(Path source, Path target) throws IOException {
        throw new FileNotFoundException(source.toString());
    }

    @Override
    public RecoverableWriter createRecoverableWriter() {
        throw new UnsupportedOperationException();
    }
}
