package dev.millrace.connectors.basic.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.connector.WriterInitContext;

/**
 * Prints records, one per line, to standard output or standard error. With several writers each line begins with the number
 * of its writer, from 1, and {@code "> "}; with a name, with the name as well. After a restart lines may be printed again.
 */
@ModelApi
public final class PrintSink<IN> implements Sink<IN> {

    private static final long serialVersionUID = 1;

    private final String name;
    private final boolean standardError;

    /** Prints to standard output. */
    public PrintSink() {
        this("", false);
    }

    /** Prints to standard output, each line after a name. */
    public PrintSink(String sinkIdentifier) {
        this(sinkIdentifier, false);
    }

    public PrintSink(boolean standardError) {
        this("", standardError);
    }

    public PrintSink(String sinkIdentifier, boolean standardError) {
        this.name = sinkIdentifier;
        this.standardError = standardError;
    }

    @Override
    public SinkWriter<IN> createWriter(WriterInitContext context) {
        String prefix = prefix(
                context.getTaskInfo().getIndexOfThisSubtask(),
                context.getTaskInfo().getNumberOfParallelSubtasks());
        return new PrintWriter<>(standardError ? System.err : System.out, prefix, context.mailbox());
    }

    private String prefix(int index, int parallelism) {
        String number = parallelism > 1 ? Integer.toString(index + 1) : "";
        String both = name.isEmpty() || number.isEmpty() ? name + number : name + ":" + number;
        return both.isEmpty() ? "" : both + "> ";
    }
}
