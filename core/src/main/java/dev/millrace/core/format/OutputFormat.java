package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;
import java.io.IOException;
import java.io.Serializable;

/** Writes records one by one; nothing is undone after a failure. */
@ModelApi
public interface OutputFormat<IT> extends Serializable {

    /** Comes first. */
    void configure(Configuration parameters);

    /** Opens the output of an instance; {@link #open(InitializationContext)} calls it unless that is overridden. */
    default void open(int taskNumber, int numTasks) throws IOException {
        throw new UnsupportedOperationException(getClass().getName() + " overrides no open");
    }

    /** Opens the output of an instance. */
    default void open(InitializationContext context) throws IOException {
        open(context.getTaskNumber(), context.getNumTasks());
    }

    void writeRecord(IT record) throws IOException;

    /** Comes last, also after a failure. */
    void close() throws IOException;

    /** Which instance opens its output. */
    @ModelApi
    interface InitializationContext {

        int getNumTasks();

        /** From 0. */
        int getTaskNumber();

        /** From 0, one more for each restart. */
        int getAttemptNumber();
    }
}
