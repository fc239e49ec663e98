package dev.millrace.state.snapshot;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The part files of a checkpoint that one task reads, each opened once. One thread at a time. */
final class PartFiles implements AutoCloseable {

    private final FileSystem files;
    private final Path directory;
    private final Map<String, PartFile> opened = new TreeMap<>();

    PartFiles(FileSystem files, Path directory) {
        this.files = files;
        this.directory = directory;
    }

    PartFile get(TaskRestore.Part part) throws IOException {
        PartFile file = opened.get(part.file());
        if (file == null) {
            file = PartFile.open(files, new Path(directory, part.file()), part.bytes());
            opened.put(part.file(), file);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        for (PartFile file : opened.values()) {
            file.close();
        }
        opened.clear();
    }
}
