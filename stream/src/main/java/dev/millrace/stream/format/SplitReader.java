package dev.millrace.stream.format;

import dev.millrace.connectors.basic.file.format.FileInputFormat;
import dev.millrace.connectors.basic.file.format.FileInputSplit;
import dev.millrace.core.function.Collector;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.rich.RichFlatMapFunction;
import java.io.IOException;

/** Reads each split that comes, whole. */
public final class SplitReader<T> extends RichFlatMapFunction<FileInputSplit, T> {
    private static final long serialVersionUID = 1;

    private final FileInputFormat<T> format;

    public SplitReader(FileInputFormat<T> format) {
        this.format = format;
    }

    @Override
    public void open(Configuration parameters) throws IOException {
        format.setRuntimeContext(getRuntimeContext());
        format.configure(new Configuration());
        format.openInputFormat();
    }

    @Override
    public void flatMap(FileInputSplit split, Collector<T> out) throws IOException {
        format.open(split);
        try {
            while (!format.reachedEnd()) {
                T next = format.nextRecord(null);
                if (next != null) {
                    out.collect(next);
                }
            }
        } finally {
            format.close();
        }
    }

    @Override
    public void close() throws IOException {
        format.closeInputFormat();
    }
}
