package dev.millrace.stream.format;

import dev.millrace.core.format.OutputFormat;
import dev.millrace.core.format.RichOutputFormat;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.option.Configuration;
import dev.millrace.stream.function.RichSinkFunction;
import java.io.IOException;

/** Writes records by a format. */
public final class OutputFormatFunction<T> extends RichSinkFunction<T> {
    private static final long serialVersionUID = 1;

    private final OutputFormat<T> format;

    public OutputFormatFunction(OutputFormat<T> format) {
        this.format = format;
    }

    /** Which instance it is, as formats are told. */
    private record Place(int getTaskNumber, int getNumTasks, int getAttemptNumber)
            implements OutputFormat.InitializationContext {}

    @Override
    public void open(Configuration parameters) throws IOException {
        if (format instanceof RichOutputFormat<?> rich) {
            rich.setRuntimeContext(getRuntimeContext());
        }
        format.configure(new Configuration());
        TaskInfo task = getRuntimeContext().getTaskInfo();
        format.open(
                new Place(task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks(), task.getAttemptNumber()));
    }

    @Override
    public void invoke(T value, Context context) throws IOException {
        format.writeRecord(value);
    }

    @Override
    public void close() throws IOException {
        format.close();
    }
}
