package dev.millrace.runtime.pipeline;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Files that a test keeps in memory; as much of a file system as checkpoints need. */
public final class MemoryFiles implements FileSystem {
    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

    private byte[] bytes(Path path) throws FileNotFoundException {
        byte[] bytes = files.get(path.toString());
        if (bytes == null) {
            throw new FileNotFoundException(path.toString());
        }
        return bytes;
    }

    @Override
    public FSDataInputStream open(Path path) throws FileNotFoundException {
        byte[] bytes = bytes(path);
        return new FSDataInputStream() {
            private int position;

            @Override
            public void seek(long newPosition) {
                position = (int) newPosition;
            }

            @Override
            public long getPos() {
                return position;
            }

            @Override
            public int read() {
                return position < bytes.length ? bytes[position++] & 0xff : -1;
            }
        };
    }

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new FSDataOutputStream() {
            @Override
            public long getPos() {
                return bytes.size();
            }

            @Override
            public void sync() {
                files.put(path.toString(), bytes.toByteArray());
            }

            @Override
            public void write(int value) {
                bytes.write(value);
            }

            @Override
            public void close() {
                sync();
            }
        };
    }

    @Override
    public FileStatus getFileStatus(Path path) throws FileNotFoundException {
        return new FileStatus(path, bytes(path).length, 0, false);
    }

    @Override
    public FileStatus[] listStatus(Path directory) {
        throw new UnsupportedOperationException("nobody lists here");
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path.toString());
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        return files.remove(path.toString()) != null;
    }

    @Override
    public void mkdirs(Path path) {}

    @Override
    public void rename(Path source, Path target) throws FileNotFoundException {
        files.put(target.toString(), bytes(source));
        files.remove(source.toString());
    }

    @Override
    public RecoverableWriter createRecoverableWriter() {
        throw new UnsupportedOperationException("nobody recovers here");
    }
}
