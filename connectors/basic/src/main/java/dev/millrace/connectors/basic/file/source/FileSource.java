package dev.millrace.connectors.basic.file.source;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.file.Path;
import dev.millrace.core.type.ResultTypeQueryable;
import dev.millrace.core.type.TypeInformation;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * Reads the records of files: of single files, of directories with all below them, of globs; files whose names end in
 * {@code .gz} are decompressed, and hidden ones (their names begin with a dot) are left out. The files are there and do
 * not change while they are read; a file to be found by a source that watches appears under its name when it is whole.
 *
 * <p>Every record is read exactly once over all restarts: a checkpoint holds the byte after the last record emitted of
 * each split.
 */
@ModelApi
public final class FileSource<T> implements Source<T, FileSourceSplit, PendingSplits>, ResultTypeQueryable<T> {

    private static final long serialVersionUID = 1;

    private final FileFinder finder;
    private final StreamFormat<T> format;
    private final Watching watching;

    private FileSource(FileFinder finder, StreamFormat<T> format, Watching watching) {
        this.finder = finder;
        this.format = format;
        this.watching = watching;
    }

    /** Begins a source of files whose records a format reads one after the other. */
    public static <T> FileSourceBuilder<T> forRecordStreamFormat(StreamFormat<T> streamFormat, Path... paths) {
        if (paths.length == 0) {
            throw new IllegalArgumentException("A file source needs at least one path");
        }
        return new FileSourceBuilder<>(streamFormat, paths);
    }

    @Override
    public Boundedness getBoundedness() {
        return watching.on() ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<FileSourceSplit, PendingSplits> createEnumerator(
            SplitEnumeratorContext<FileSourceSplit> enumContext) throws IOException {
        List<FileSourceSplit> splits = watching.on()
                ? List.of()
                : FileSplitter.cut(finder.find(), format.isSplittable(), enumContext.currentParallelism());
        return restoreEnumerator(enumContext, new PendingSplits(splits, List.of()));
    }

    @Override
    public SplitEnumerator<FileSourceSplit, PendingSplits> restoreEnumerator(
            SplitEnumeratorContext<FileSourceSplit> enumContext, PendingSplits checkpoint) {
        return new FileSplitEnumerator(enumContext, finder, watching, format.isSplittable(), checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<FileSourceSplit> getSplitSerializer() {
        return new FileSourceSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<PendingSplits> getEnumeratorCheckpointSerializer() {
        return new PendingSplits.Serializer();
    }

    @Override
    public SourceReader<T, FileSourceSplit> createReader(SourceReaderContext readerContext) {
        return new FileSourceReader<>(readerContext, format);
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return format.getProducedType();
    }

    /** Whether the source goes on looking for files, and the time between two looks; 0 means that it does not. */
    record Watching(long intervalMillis) implements Serializable {

        static final Watching OFF = new Watching(0);

        boolean on() {
            return intervalMillis > 0;
        }
    }

    /** Says how files are read. */
    @ModelApi
    public static final class FileSourceBuilder<T> {

        private final StreamFormat<T> format;
        private final Path[] paths;
        private Watching watching = Watching.OFF;

        private FileSourceBuilder(StreamFormat<T> format, Path[] paths) {
            this.format = format;
            this.paths = paths;
        }

        /**
         * Goes on looking for new files until the job is stopped. The names of all files ever seen are kept in each
         * checkpoint.
         *
         * @param discoveryInterval the time between two looks
         */
        public FileSourceBuilder<T> monitorContinuously(Duration discoveryInterval) {
            if (discoveryInterval.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "The discovery interval " + discoveryInterval + " is shorter than a millisecond");
            }
            watching = new Watching(discoveryInterval.toMillis());
            return this;
        }

        /** Reads the files that are there at the start, and ends. The default. */
        public FileSourceBuilder<T> processStaticFileSet() {
            watching = Watching.OFF;
            return this;
        }

        public FileSource<T> build() {
            return new FileSource<>(new FileFinder(paths), format, watching);
        }
    }
}
