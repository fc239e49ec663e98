package dev.millrace.stream.function;

import dev.millrace.connectors.basic.file.sink.BucketAssigner;
import dev.millrace.connectors.basic.file.sink.Encoder;
import dev.millrace.connectors.basic.file.sink.FileSink;
import dev.millrace.connectors.basic.file.sink.OutputFileConfig;
import dev.millrace.connectors.basic.file.sink.RollingPolicy;
import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;

/** The older form of {@link FileSink}, which it is; given to {@code addSink}. */
@ModelApi
public final class StreamingFileSink<IN> implements SinkFunction<IN> {
    private static final long serialVersionUID = 1;

    private final FileSink<IN> sink;

    private StreamingFileSink(FileSink<IN> sink) {
        this.sink = sink;
    }

    /** Begins a sink that writes one record after the other. */
    public static <IN> RowFormatBuilder<IN> forRowFormat(Path basePath, Encoder<IN> encoder) {
        return new RowFormatBuilder<>(FileSink.forRowFormat(basePath, encoder));
    }

    /** The sink that writes. */
    public FileSink<IN> sink() {
        return sink;
    }

    /** Says how files are written. */
    @ModelApi
    public static final class RowFormatBuilder<IN> {

        private final FileSink.RowFormatBuilder<IN> builder;

        private RowFormatBuilder(FileSink.RowFormatBuilder<IN> builder) {
            this.builder = builder;
        }

        /** Which directory a record goes to; by default one for each hour in which records are written. */
        public RowFormatBuilder<IN> withBucketAssigner(BucketAssigner<IN, String> assigner) {
            builder.withBucketAssigner(assigner);
            return this;
        }

        /** When a file ends and another begins. */
        public RowFormatBuilder<IN> withRollingPolicy(RollingPolicy<IN, String> policy) {
            builder.withRollingPolicy(policy);
            return this;
        }

        /** Where a record goes, and when a file ends. */
        public RowFormatBuilder<IN> withBucketAssignerAndPolicy(
                BucketAssigner<IN, String> assigner, RollingPolicy<IN, String> policy) {
            return withBucketAssigner(assigner).withRollingPolicy(policy);
        }

        /** How file names begin and end. */
        public RowFormatBuilder<IN> withOutputFileConfig(OutputFileConfig names) {
            builder.withOutputFileConfig(names);
            return this;
        }

        /** The time between two looks whether a file is too old: milliseconds. */
        public RowFormatBuilder<IN> withBucketCheckInterval(long intervalMillis) {
            builder.withBucketCheckInterval(intervalMillis);
            return this;
        }

        public StreamingFileSink<IN> build() {
            return new StreamingFileSink<>(builder.build());
        }
    }
}
