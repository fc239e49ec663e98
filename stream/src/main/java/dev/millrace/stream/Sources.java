package dev.millrace.stream;

import dev.millrace.connectors.basic.file.format.FileInputFormat;
import dev.millrace.connectors.basic.file.source.FileSource;
import dev.millrace.connectors.basic.file.source.TextLineInputFormat;
import dev.millrace.connectors.basic.generator.CollectionSource;
import dev.millrace.connectors.basic.generator.NumberSequenceSource;
import dev.millrace.connectors.basic.socket.SocketTextSource;
import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.IngestionTimeAssigner;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.Path;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.ResultTypeQueryable;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.format.DirectoryWatch;
import dev.millrace.stream.format.InputFormatFunction;
import dev.millrace.stream.format.SplitReader;
import dev.millrace.stream.source.FileProcessingMode;
import dev.millrace.stream.source.FunctionSource;
import dev.millrace.stream.source.ParallelSourceFunction;
import dev.millrace.stream.source.SourceFunction;
import java.util.Collection;

/** Makes the streams of what a program reads. A type may be null: then it is the one that the source declares, if any. */
final class Sources {
    /** The kind of sources that say themselves how their records get timestamps. */
    private static final String UNIFIED = "source";

    private final StreamExecutionEnvironment environment;

    Sources(StreamExecutionEnvironment environment) {
        this.environment = environment;
    }

    /** What a source reads that the program gives with its watermarks. */
    <T> DataStreamSource<T> unified(
            Source<T, ?, ?> source, WatermarkStrategy<T> watermarks, String name, TypeInformation<T> type) {
        return make(UNIFIED, source, watermarks, name, type);
    }

    /** What another source reads; its records get the time of day where the environment says so. */
    private <T> DataStreamSource<T> plain(String kind, Source<T, ?, ?> source, String name, TypeInformation<T> type) {
        WatermarkStrategy<T> watermarks = environment.getStreamTimeCharacteristic() == TimeCharacteristic.IngestionTime
                ? ingestionTime()
                : WatermarkStrategy.noWatermarks();
        return make(kind, source, watermarks, name, type);
    }

    private <T> DataStreamSource<T> make(
            String kind,
            Source<T, ?, ?> source,
            WatermarkStrategy<T> watermarks,
            String name,
            TypeInformation<T> type) {
        Program program = environment.program();
        Step step = program.add(Step.source(kind, program.clean(source), program.clean(watermarks))
                .name(name));
        return new DataStreamSource<>(environment, step, type != null ? type : declared(source));
    }

    /** Records are as old as their way from the source is long. */
    private static <T> WatermarkStrategy<T> ingestionTime() {
        return WatermarkStrategy.<T>forMonotonousTimestamps()
                .withTimestampAssigner(context -> new IngestionTimeAssigner<>(context.clock()));
    }

    /** The type that a source or a format declares, or null. */
    @SuppressWarnings("unchecked") // it is the type of what it reads
    static <T> TypeInformation<T> declared(Object reader) {
        return reader instanceof ResultTypeQueryable<?> queryable
                ? (TypeInformation<T>) queryable.getProducedType()
                : null;
    }

    <T> DataStreamSource<T> collection(Collection<T> data, TypeInformation<T> type) {
        DataStreamSource<T> values = plain("collection", new CollectionSource<>(data), "Collection Source", type);
        values.setParallelism(1);
        return values;
    }

    DataStreamSource<Long> sequence(long from, long to) {
        if (from > to) {
            throw new IllegalArgumentException("a sequence cannot go from " + from + " to " + to);
        }
        return plain("sequence", new NumberSequenceSource(from, to), "Sequence Source", null);
    }

    <T> DataStreamSource<T> function(SourceFunction<T> function, String name, TypeInformation<T> type) {
        FunctionSource<T> source = new FunctionSource<>(environment.program().clean(function));
        DataStreamSource<T> records = plain("source function", source, name, type);
        return function instanceof ParallelSourceFunction<?> ? records : records.alone();
    }

    DataStreamSource<String> textFiles(String path, String charset) {
        FileSource<String> files = FileSource.forRecordStreamFormat(new TextLineInputFormat(charset), new Path(path))
                .build();
        return plain("file", files, "Text Files " + path, null);
    }

    <T> DataStreamSource<T> files(
            FileInputFormat<T> format, String path, FileProcessingMode mode, long interval, TypeInformation<T> type) {
        format.setFilePath(path);
        if (mode == FileProcessingMode.PROCESS_ONCE) {
            return function(new InputFormatFunction<>(format), "Custom File Source", type);
        }
        DirectoryWatch watch = new DirectoryWatch(format, interval, environment.getParallelism());
        Step reader = function(watch, "Files " + path, null)
                .rebalance()
                .flatMap(new SplitReader<>(format))
                .name("Custom File Source")
                .step();
        return new DataStreamSource<>(environment, reader, type);
    }

    DataStreamSource<String> socket(String host, int port, String delimiter, long maxRetry) {
        SocketTextSource source = new SocketTextSource(host, port, delimiter, maxRetry);
        DataStreamSource<String> lines = plain("socket", source, "Socket " + host + ":" + port, null);
        lines.setParallelism(1);
        return lines;
    }
}
