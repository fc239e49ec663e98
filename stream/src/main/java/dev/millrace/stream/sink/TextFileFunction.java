package dev.millrace.stream.sink;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.tuple.Tuple;
import dev.millrace.stream.function.RichSinkFunction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes records as text: to one file, or to one of several in a directory. */
public final class TextFileFunction<T> extends RichSinkFunction<T> {
    private static final long serialVersionUID = 1;

    private final String path;
    private final FileSystem.WriteMode mode;
    private final String rowDelimiter;
    private final String fieldDelimiter;
    private transient Writer writer;

    /**
     * @param fieldDelimiter null for records that are no tuples
     */
    private TextFileFunction(String path, FileSystem.WriteMode mode, String rowDelimiter, String fieldDelimiter) {
        this.path = path;
        this.mode = mode;
        this.rowDelimiter = rowDelimiter;
        this.fieldDelimiter = fieldDelimiter;
    }

    /** Each record is a line. */
    public static <T> TextFileFunction<T> lines(String path, FileSystem.WriteMode mode) {
        return new TextFileFunction<>(path, mode, "\n", null);
    }

    /** Each tuple is a row of its fields. */
    public static <T> TextFileFunction<T> rows(
            String path, FileSystem.WriteMode mode, String rowDelimiter, String fieldDelimiter) {
        return new TextFileFunction<>(path, mode, rowDelimiter, fieldDelimiter);
    }

    @Override
    public void open(Configuration parameters) throws IOException {
        int instances = getRuntimeContext().getNumberOfParallelSubtasks();
        Path whole = new Path(path);
        Path file = instances == 1
                ? whole
                : new Path(whole, String.valueOf(getRuntimeContext().getIndexOfThisSubtask() + 1));
        writer = new BufferedWriter(
                new OutputStreamWriter(FileSystem.get(file.toUri()).create(file, mode), StandardCharsets.UTF_8));
    }

    @Override
    public void invoke(T value, Context context) throws IOException {
        writer.write(fieldDelimiter == null ? value.toString() : row(value));
        writer.write(rowDelimiter);
    }

    private String row(T value) {
        if (!(value instanceof Tuple tuple)) {
            throw new InvalidProgramException("only tuples have fields to write as rows, not " + value.getClass());
        }
        StringBuilder row = new StringBuilder();
        for (int field = 0; field < tuple.getArity(); field++) {
            Object there = tuple.getField(field);
            row.append(field == 0 ? "" : fieldDelimiter).append(there == null ? "" : there);
        }
        return row.toString();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
