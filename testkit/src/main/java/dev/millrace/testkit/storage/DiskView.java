package dev.millrace.testkit.storage;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import dev.millrace.core.file.RenamingWriter;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.Process;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** A disk as one process sees it: its calls may take time and fail. */
final class DiskView implements FileSystem {
    private final SimulatedDisk disk;
    private final Process process;

    DiskView(SimulatedDisk disk, Process process) {
        this.disk = disk;
        this.process = process;
    }

    /** What comes before each call: perhaps some time, perhaps a failure. */
    private void call(String action, Path path, boolean writes) throws IOException {
        DiskWeather weather = disk.weather();
        if (weather.slowRate() > 0 && disk.random().nextDouble() < weather.slowRate()) {
            process.world().note(process.name(), "waits for the disk to " + action, 0);
            process.world().befell(Incident.SLOW_DISK);
            process.world()
                    .pause(TimeUnit.MILLISECONDS.toNanos(1 + disk.random().nextInt(weather.slowMillisMax())));
        }
        if (weather.failureRate() > 0 && disk.random().nextDouble() < weather.failureRate()) {
            process.world().note(process.name(), "cannot " + action, 0);
            process.world().befell(Incident.FAILED_DISK_CALL);
            throw new IOException("simulated: cannot " + action + " " + path);
        }
        if (writes && weather.full()) {
            process.world().befell(Incident.FULL_DISK);
            throw new IOException("simulated: cannot " + action + " " + path + ": no space left on the device");
        }
    }

    @Override
    public FSDataInputStream open(Path path) throws IOException {
        call("open", path, false);
        return new In(Arrays.copyOf(content(path).bytes, content(path).length));
    }

    private SimulatedDisk.Content content(Path path) throws FileNotFoundException {
        SimulatedDisk.Content content = disk.files().get(path.getPath());
        if (content == null) {
            throw new FileNotFoundException(path + " does not exist");
        }
        return content;
    }

    @Override
    public FSDataOutputStream create(Path path, WriteMode mode) throws IOException {
        call("create", path, true);
        if (mode == WriteMode.NO_OVERWRITE && exists(path)) {
            throw new IOException(path + " exists already");
        }
        mkdirsAbove(path);
        SimulatedDisk.Content content = new SimulatedDisk.Content(process);
        disk.files().put(path.getPath(), content);
        process.world().note(process.name(), "creates " + path, 0);
        disk.watch().created(process, path);
        return new Out(path, content, 0);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        call("find", path, false);
        return status(path);
    }

    private FileStatus status(Path path) throws FileNotFoundException {
        if (disk.directories().contains(path.getPath())) {
            return new FileStatus(path, 0, 0, true);
        }
        return new FileStatus(path, content(path).length, 0, false);
    }

    @Override
    public FileStatus[] listStatus(Path directory) throws IOException {
        call("list", directory, false);
        String prefix = directory.getPath() + "/";
        TreeSet<String> children = new TreeSet<>();
        addChildren(prefix, disk.files().navigableKeySet(), children);
        addChildren(prefix, disk.directories(), children);
        FileStatus[] found = new FileStatus[children.size()];
        int next = 0;
        for (String child : children) {
            found[next++] = status(new Path(directory, child));
        }
        return found;
    }

    private static void addChildren(String prefix, java.util.NavigableSet<String> names, TreeSet<String> children) {
        for (String name : names.tailSet(prefix, true)) {
            if (!name.startsWith(prefix)) {
                return;
            }
            String rest = name.substring(prefix.length());
            children.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
        }
    }

    @Override
    public boolean exists(Path path) throws IOException {
        call("look for", path, false);
        return disk.files().containsKey(path.getPath()) || disk.directories().contains(path.getPath());
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        call("delete", path, false);
        String name = path.getPath();
        boolean wasDirectory = disk.directories().remove(name);
        boolean found = disk.files().remove(name) != null || wasDirectory;
        if (recursive && wasDirectory) {
            disk.remove(name);
            found |= disk.files().keySet().removeIf(file -> file.startsWith(name + "/"));
            found |= disk.directories().removeIf(directory -> directory.startsWith(name + "/"));
        }
        process.world().note(process.name(), "deletes " + path, found ? 1 : 0);
        return found;
    }

    @Override
    public void mkdirs(Path path) throws IOException {
        call("create directory", path, true);
        for (Path next = path; next != null && disk.directories().add(next.getPath()); ) {
            next = next.getParent();
        }
    }

    private void mkdirsAbove(Path path) {
        for (Path next = path.getParent(); next != null && disk.directories().add(next.getPath()); ) {
            next = next.getParent();
        }
    }

    @Override
    public void rename(Path source, Path target) throws IOException {
        call("rename", source, true);
        SimulatedDisk.Content content = content(source);
        disk.files().remove(source.getPath());
        disk.files().put(target.getPath(), content);
        process.world().note(process.name(), "renames to " + target, content.length);
        disk.watch().renamed(process, target);
    }

    @Override
    public RecoverableWriter createRecoverableWriter() {
        return new RenamingWriter(this, this::reopen);
    }

    private FSDataOutputStream reopen(Path path, long length) throws IOException {
        call("go on with", path, true);
        SimulatedDisk.Content content = content(path);
        if (content.length < length) {
            throw new IOException(
                    "Cannot go on with " + path + ": " + length + " bytes were durable and it has " + content.length);
        }
        content.length = (int) length;
        content.durable = Math.min(content.durable, content.length);
        content.writer = process;
        content.open = true;
        process.world().note(process.name(), "goes on with " + path, length);
        return new Out(path, content, content.length);
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

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, bytes.length - position);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }
    }

    private final class Out extends FSDataOutputStream {
        private final Path path;
        private final SimulatedDisk.Content content;
        private int position;

        Out(Path path, SimulatedDisk.Content content, int position) {
            this.path = path;
            this.content = content;
            this.position = position;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        /** A write that fails may have written some. */
        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            try {
                call("write", path, true);
            } catch (IOException failed) {
                append(source, offset, disk.random().nextInt(length + 1));
                throw failed;
            }
            append(source, offset, length);
        }

        private void append(byte[] source, int offset, int length) {
            int end = position + length;
            if (end > content.bytes.length) {
                content.bytes = Arrays.copyOf(content.bytes, Math.max(end, 2 * content.bytes.length));
            }
            System.arraycopy(source, offset, content.bytes, position, length);
            content.length = Math.max(content.length, end);
            position = end;
        }

        @Override
        public void sync() throws IOException {
            call("sync", path, true);
            content.durable = content.length;
        }

        @Override
        public void close() {
            if (content.open) {
                content.open = false;
                disk.watch().closed(process, path);
            }
        }
    }
}
