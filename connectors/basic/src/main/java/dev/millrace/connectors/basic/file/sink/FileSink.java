package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Committer;
import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.StatefulSinkWriter;
import dev.millrace.core.connector.SupportsCommitter;
import dev.millrace.core.connector.SupportsWriterState;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.file.Path;
import dev.millrace.core.file.RecoverableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Writes records to files below a directory, each record exactly once. A file is hidden (its name begins with a dot) until
 * a checkpoint that covers it is durable; a job that ends by itself finishes its files at the end. Without checkpoints a
 * job that never ends finishes none.
 */
@ModelApi
public final class FileSink<IN>
        implements Sink<IN>,
                SupportsWriterState<IN, FileWriterBucketState<String>>,
                SupportsCommitter<FileSinkCommittable> {

    private static final long serialVersionUID = 1;

    private final Path basePath;
    private final Encoder<IN> encoder;
    private final BucketAssigner<IN, String> assigner;
    private final RollingPolicy<IN, String> policy;
    private final OutputFileConfig names;
    private final long checkIntervalMillis;

    private FileSink(RowFormatBuilder<IN> builder) {
        this.basePath = builder.basePath;
        this.encoder = builder.encoder;
        this.assigner = builder.assigner;
        this.policy = builder.policy;
        this.names = builder.names;
        this.checkIntervalMillis = builder.checkInterval.toMillis();
    }

    /** Begins a sink that writes one record after the other. */
    public static <IN> RowFormatBuilder<IN> forRowFormat(Path basePath, Encoder<IN> encoder) {
        return new RowFormatBuilder<>(basePath, encoder);
    }

    @Override
    public SinkWriter<IN> createWriter(WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<IN, FileWriterBucketState<String>> restoreWriter(
            WriterInitContext context, Collection<FileWriterBucketState<String>> recoveredState) throws IOException {
        basePath.getFileSystem().mkdirs(basePath);
        PartNames partNames = PartNames.of(names, context);
        FileWriting<IN, String> writing = new FileWriting<>(basePath, files(), encoder, policy, partNames);
        FileWriter<IN, String> writer = new FileWriter<>(context, writing, assigner, checkIntervalMillis);
        writer.resume(recoveredState);
        return writer;
    }

    private RecoverableWriter files() throws IOException {
        return basePath.getFileSystem().createRecoverableWriter();
    }

    @Override
    public SimpleVersionedSerializer<FileWriterBucketState<String>> getWriterStateSerializer() {
        try {
            return new FileWriterBucketState.Serializer<>(
                    assigner.getSerializer(), files().getResumeRecoverableSerializer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Committer<FileSinkCommittable> createCommitter(CommitterInitContext context) throws IOException {
        return new FileCommitter(files());
    }

    @Override
    public SimpleVersionedSerializer<FileSinkCommittable> getCommittableSerializer() {
        try {
            return new FileSinkCommittable.Serializer(files().getCommitRecoverableSerializer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how files are written. */
    @ModelApi
    public static final class RowFormatBuilder<IN> {

        private final Path basePath;
        private final Encoder<IN> encoder;
        private BucketAssigner<IN, String> assigner = new DateTimeBucketAssigner<>();
        private RollingPolicy<IN, String> policy =
                DefaultRollingPolicy.builder().build();
        private OutputFileConfig names = OutputFileConfig.builder().build();
        private Duration checkInterval = Duration.ofMinutes(1);

        private RowFormatBuilder(Path basePath, Encoder<IN> encoder) {
            this.basePath = basePath;
            this.encoder = encoder;
        }

        /** Which directory a record goes to; by default one for each hour in which records are written. */
        public RowFormatBuilder<IN> withBucketAssigner(BucketAssigner<IN, String> newAssigner) {
            this.assigner = newAssigner;
            return this;
        }

        /** When a file ends and another begins. */
        public RowFormatBuilder<IN> withRollingPolicy(RollingPolicy<IN, String> newPolicy) {
            this.policy = newPolicy;
            return this;
        }

        /** How file names begin and end. */
        public RowFormatBuilder<IN> withOutputFileConfig(OutputFileConfig newNames) {
            this.names = newNames;
            return this;
        }

        /** The time between two looks whether a file is too old. */
        public RowFormatBuilder<IN> withBucketCheckInterval(Duration interval) {
            this.checkInterval = interval;
            return this;
        }

        /** The time between two looks whether a file is too old: milliseconds. */
        public RowFormatBuilder<IN> withBucketCheckInterval(long intervalMillis) {
            return withBucketCheckInterval(Duration.ofMillis(intervalMillis));
        }

        /** Where a record goes, and when a file ends. */
        public RowFormatBuilder<IN> withBucketAssignerAndPolicy(
                BucketAssigner<IN, String> newAssigner, RollingPolicy<IN, String> newPolicy) {
            return withBucketAssigner(newAssigner).withRollingPolicy(newPolicy);
        }

        public FileSink<IN> build() {
            return new FileSink<>(this);
        }
    }
}
