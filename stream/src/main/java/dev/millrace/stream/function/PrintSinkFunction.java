package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.function.TaskInfo;
import java.io.PrintStream;
import java.util.Objects;

/**
 * Writes each record as a line to standard output or standard error, after a name and, where there are several instances,
 * the number of the instance, counted from 1: {@code name:2> value}.
 */
@ModelApi
public class PrintSinkFunction<IN> extends RichSinkFunction<IN> {

    private final String name;
    private final boolean toStandardError;
    private transient PrintStream stream;
    private transient String prefix;

    public PrintSinkFunction() {
        this("", false);
    }

    public PrintSinkFunction(boolean toStandardError) {
        this("", toStandardError);
    }

    /**
     * @param name stands before each line; may be empty
     */
    public PrintSinkFunction(String name, boolean toStandardError) {
        this.name = Objects.requireNonNull(name, "name");
        this.toStandardError = toStandardError;
    }

    @Override
    public void open(OpenContext openContext) {
        TaskInfo task = getRuntimeContext().getTaskInfo();
        String instance = task.parallelism() > 1 ? String.valueOf(task.index() + 1) : "";
        String label = name + (name.isEmpty() || instance.isEmpty() ? "" : ":") + instance;
        prefix = label.isEmpty() ? "" : label + "> ";
        stream = toStandardError ? System.err : System.out;
    }

    @Override
    public void invoke(IN value, Context context) {
        stream.println(prefix + value);
    }

    @Override
    public String toString() {
        return "Print to " + (toStandardError ? "System.err" : "System.out");
    }
}
