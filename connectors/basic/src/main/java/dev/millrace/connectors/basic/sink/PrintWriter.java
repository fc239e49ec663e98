package dev.millrace.connectors.basic.sink;

import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.operator.Mailbox;
import java.io.PrintStream;

/**
 * Prints lines by the piece: they are collected until the task looks into its mailbox, so that a busy task pays one system
 * call for many lines and an idle one has printed them all.
 */
final class PrintWriter<IN> implements SinkWriter<IN> {

    private static final int BUFFERED_CHARS_MAX = 16 * 1024;

    private final PrintStream stream;
    private final String prefix;
    private final Mailbox mailbox;
    private final StringBuilder buffered = new StringBuilder();

    PrintWriter(PrintStream stream, String prefix, Mailbox mailbox) {
        this.stream = stream;
        this.prefix = prefix;
        this.mailbox = mailbox;
    }

    @Override
    public void write(IN element, Context context) {
        if (buffered.length() == 0) {
            mailbox.execute(this::print);
        }
        buffered.append(prefix).append(element).append(System.lineSeparator());
        if (buffered.length() > BUFFERED_CHARS_MAX) {
            print();
        }
    }

    private void print() {
        if (buffered.length() > 0) {
            stream.append(buffered);
            stream.flush();
            buffered.setLength(0);
        }
    }

    @Override
    public void flush(boolean endOfInput) {
        print();
    }

    @Override
    public void close() {
        print();
    }
}
