package dev.millrace.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A terminal with a view at its bottom. What is written through {@link #above} scrolls above: it takes the view away, and
 * the next {@link #draw} brings it back. Safe for use by any thread.
 */
public final class Screen {

    private static final String UP = "\u001b[%dA";
    private static final String ERASE_BELOW = "\r\u001b[J";

    private final OutputStream terminal;
    private int drawn;
    private boolean withinLine;

    /** A terminal that has nothing drawn, and whose cursor is at the start of a line. */
    public Screen(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** A stream whose text scrolls above the view. */
    public PrintStream above(PrintStream stream) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        writeAbove(stream, bytes, from, length);
                    }

                    @Override
                    public void flush() {
                        stream.flush();
                    }
                },
                true,
                Charset.defaultCharset());
    }

    private synchronized void writeAbove(PrintStream stream, byte[] bytes, int from, int length) {
        if (length > 0) {
            erase();
            stream.write(bytes, from, length);
            withinLine = bytes[from + length - 1] != '\n';
        }
    }

    /** Shows lines instead of those that are shown; not within a line that a program has begun. */
    public synchronized void draw(List<String> lines) {
        if (withinLine) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        erase();
        put(text.toString());
        drawn = lines.size();
    }

    /** Takes away what is drawn. */
    public synchronized void erase() {
        if (drawn > 0) {
            put(String.format(UP, drawn) + ERASE_BELOW);
            drawn = 0;
        }
    }

    private void put(String text) {
        try {
            terminal.write(text.getBytes(Charset.defaultCharset()));
            terminal.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the terminal cannot be written to", gone);
        }
    }
}
