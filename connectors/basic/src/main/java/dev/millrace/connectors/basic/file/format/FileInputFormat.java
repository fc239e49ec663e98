package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FileStatus;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.format.BaseStatistics;
import dev.millrace.core.format.DefaultInputSplitAssigner;
import dev.millrace.core.format.RichInputFormat;
import dev.millrace.core.option.Configuration;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads files, one or those of a directory; a program's own formats read the records of an open split. */
@ModelApi
public abstract class FileInputFormat<OT> extends RichInputFormat<OT, FileInputSplit> {
    private static final long serialVersionUID = 1;

    /** The length of a split that is a whole file. */
    protected static final long READ_WHOLE_SPLIT_FLAG = -1;

    /** The open split's bytes, at its start. */
    protected transient FSDataInputStream stream;

    /** Bytes before the open split. */
    protected transient long splitStart;

    /** Bytes in the open split. */
    protected transient long splitLength;

    protected transient FileInputSplit currentSplit;
    protected Path filePath;

    /** Bytes. */
    protected long minSplitSize;

    /** How many splits there are at least; -1 for as many as there are instances. */
    protected int numSplits = -1;

    /** Whether each file is one split. */
    protected boolean unsplittable;

    /** Whether directories below a directory are read too. */
    protected boolean enumerateNestedFiles;

    private Path[] filePaths;
    private FilePathFilter filter = FilePathFilter.createDefaultFilter();

    public FileInputFormat() {}

    protected FileInputFormat(Path filePath) {
        this.filePath = filePath;
    }

    public Path getFilePath() {
        return filePath;
    }

    /** What is read: the paths that were set. */
    public Path[] getFilePaths() {
        if (filePaths != null) {
            return filePaths.clone();
        }
        return filePath == null ? new Path[0] : new Path[] {filePath};
    }

    public void setFilePath(String path) {
        setFilePath(new Path(path));
    }

    public void setFilePath(Path path) {
        setFilePaths(Objects.requireNonNull(path, "the path of the file must not be null"));
    }

    public void setFilePaths(String... paths) {
        setFilePaths(Arrays.stream(paths).map(Path::new).toArray(Path[]::new));
    }

    public void setFilePaths(Path... paths) {
        if (paths.length == 0) {
            throw new IllegalArgumentException("there has to be a path at least");
        }
        filePath = paths[0];
        filePaths = paths.clone();
    }

    public long getMinSplitSize() {
        return minSplitSize;
    }

    /** Sets how many bytes a split has at least. */
    public void setMinSplitSize(long bytes) {
        minSplitSize = bytes;
    }

    public int getNumSplits() {
        return numSplits;
    }

    public void setNumSplits(int splits) {
        numSplits = splits;
    }

    /** Sets whether directories below a directory are read too. */
    public void setNestedFileEnumeration(boolean nested) {
        enumerateNestedFiles = nested;
    }

    public boolean getNestedFileEnumeration() {
        return enumerateNestedFiles;
    }

    public void setFilesFilter(FilePathFilter filesFilter) {
        filter = Objects.requireNonNull(filesFilter, "the filter of files must not be null");
    }

    public long getSplitStart() {
        return splitStart;
    }

    public long getSplitLength() {
        return splitLength;
    }

    @Override
    public void configure(Configuration parameters) {}

    @Override
    public BaseStatistics getStatistics(BaseStatistics cachedStatistics) throws IOException {
        return cachedStatistics;
    }

    @Override
    public DefaultInputSplitAssigner getInputSplitAssigner(FileInputSplit[] splits) {
        return new DefaultInputSplitAssigner(splits);
    }

    /** Whether a file or directory is read: not when the filter leaves it out. */
    public boolean acceptFile(FileStatus file) {
        return !filter.filterPath(file.path());
    }

    @Override
    public FileInputSplit[] createInputSplits(int minNumSplits) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        for (Path path : getFilePaths()) {
            FileSystem fileSystem = path.getFileSystem();
            if (!fileSystem.exists(path)) {
                throw new FileNotFoundException("there is no " + path + " to read");
            }
            FileStatus status = fileSystem.getFileStatus(path);
            if (status.directory()) {
                addFilesOf(fileSystem, path, files);
            } else {
                files.add(status);
            }
        }
        long total = files.stream().mapToLong(FileStatus::length).sum();
        long size = Math.max(Math.max(1, minSplitSize), (total + minNumSplits - 1) / Math.max(1, minNumSplits));
        List<FileInputSplit> splits = new ArrayList<>();
        for (FileStatus file : files) {
            long length = unsplittable || file.length() == 0 ? Math.max(1, file.length()) : size;
            for (long start = 0; start == 0 || start < file.length(); start += length) {
                boolean whole = unsplittable || length >= file.length();
                long bytes = whole ? READ_WHOLE_SPLIT_FLAG : Math.min(length, file.length() - start);
                splits.add(new FileInputSplit(splits.size(), file.path(), start, bytes, new String[0]));
            }
        }
        return splits.toArray(new FileInputSplit[0]);
    }

    private void addFilesOf(FileSystem fileSystem, Path directory, List<FileStatus> files) throws IOException {
        for (FileStatus file : fileSystem.listStatus(directory)) {
            if (!acceptFile(file)) {
                continue;
            }
            if (!file.directory()) {
                files.add(file);
            } else if (enumerateNestedFiles) {
                addFilesOf(fileSystem, file.path(), files);
            }
        }
    }

    @Override
    public void open(FileInputSplit split) throws IOException {
        FileSystem fileSystem = split.getPath().getFileSystem();
        currentSplit = split;
        splitStart = split.getStart();
        splitLength = split.getLength() == READ_WHOLE_SPLIT_FLAG
                ? fileSystem.getFileStatus(split.getPath()).length() - splitStart
                : split.getLength();
        stream = fileSystem.open(split.getPath());
        if (splitStart > 0) {
            stream.seek(splitStart);
        }
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + Arrays.toString(getFilePaths());
    }
}
