package dev.millrace.cluster.rig;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files in memory. A file is there when its stream is closed. Can be made to run full. */
public final class MemoryFiles implements FileSystem {

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeSet<String> directories = new TreeSet<>();
    private boolean full;

    public void setFull(boolean full) {
        this.full = full;
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        byte[] bytes = files.get(path.getPath());
        if (bytes == null) {
            throw new FileNotFoundException(path + " does not exist");
        }
        return new In(bytes);
    }

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
        if (full) {
            throw new IOException("no space left for " + path);
        }
        mkdirs(path.getParent());
        return new Out(path.getPath());
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        if (directories.contains(path.getPath())) {
            return new FileStatus(path, 0, 0, true);
        }
        if (!files.containsKey(path.getPath())) {
            throw new FileNotFoundException(path + " does not exist");
        }
        return new FileStatus(path, files.get(path.getPath()).length, 0, false);
    }

    @Override
    public FileStatus[] listStatus(Path directory) throws IOException {
        String prefix = directory.getPath() + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String name : files.keySet()) {
            addChild(prefix, name, names);
        }
        for (String name : directories) {
            addChild(prefix, name, names);
        }
        FileStatus[] found = new FileStatus[names.size()];
        int next = 0;
        for (String name : names) {
            found[next++] = getFileStatus(new Path(directory, name));
        }
        return found;
    }

    private static void addChild(String prefix, String name, TreeSet<String> names) {
        if (name.startsWith(prefix)) {
            String rest = name.substring(prefix.length());
            names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
        }
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path.getPath()) || directories.contains(path.getPath());
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        String name = path.getPath();
        boolean found = exists(path);
        files.keySet().removeIf(file -> file.equals(name) || file.startsWith(name + "/"));
        directories.removeIf(directory -> directory.equals(name) || directory.startsWith(name + "/"));
        return found;
    }

    @Override
    public void mkdirs(Path path) {
        for (Path directory = path; directory != null && directories.add(directory.getPath()); ) {
            directory = directory.getParent();
        }
    }

    @Override
    public void rename(Path source, Path target) throws IOException {
        byte[] bytes = files.remove(source.getPath());
        if (bytes == null) {
            throw new FileNotFoundException(source + " does not exist");
        }
        files.put(target.getPath(), bytes);
    }

    @Override
    public RecoverableWriter createRecoverableWriter() {
        throw new UnsupportedOperationException("nothing here writes recoverably");
    }

    private static final class In extends FSDataInputStream {
        private final byte[] bytes;
        private int position;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void seek(long target) {
            position = (int) target;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public int read() {
            return position < bytes.length ? bytes[position++] & 0xff : -1;
        }
    }

    private final class Out extends FSDataOutputStream {
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Out(String name) {
            this.name = name;
        }

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void sync() {
            files.put(name, bytes.toByteArray());
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void close() {
            files.put(name, bytes.toByteArray());
        }
    }
}
