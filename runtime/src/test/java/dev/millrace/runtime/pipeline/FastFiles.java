package dev.millrace.runtime.pipeline;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import java.io.IOException;

/** Local files that nobody waits for to be on the disk: tests crash tasks, not machines. */
record FastFiles(FileSystem files) implements FileSystem {
    @Override
    public FSDataInputStream open(Path path) throws IOException {
        return files.open(path);
    }

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
        FSDataOutputStream stream = files.create(path, mode);
        return new FSDataOutputStream() {
            @Override
            public long getPos() throws IOException {
                return stream.getPos();
            }

            @Override
            public void sync() {}

            @Override
            public void write(int value) throws IOException {
                stream.write(value);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                stream.write(source, offset, length);
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return files.getFileStatus(path);
    }

    @Override
    public FileStatus[] listStatus(Path directory) throws IOException {
        return files.listStatus(directory);
    }

    @Override
    public boolean exists(Path path) throws IOException {
        return files.exists(path);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return files.delete(path, recursive);
    }

    @Override
    public void mkdirs(Path path) throws IOException {
        files.mkdirs(path);
    }

    @Override
    public void rename(Path source, Path target) throws IOException {
        files.rename(source, target);
    }

    @Override
    public RecoverableWriter createRecoverableWriter() throws IOException {
        return files.createRecoverableWriter();
    }
}
