package dev.millrace.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the terminal. The script {@code bin/millrace} says in the property {@code millrace.terminals} which of
 * {@code out} and {@code err} are one; Java does not tell them apart.
 *
 * @param out whether standard output is one
 * @param err whether standard error is one
 * @param colours whether colours are welcome there (https://no-color.org)
 */
public record Terminal(boolean out, boolean err, boolean colours) {

    private static final int SIZE_WAIT_MILLIS = 500;

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        String terminals = System.getProperty("millrace.terminals", "");
        String kind = System.getenv().getOrDefault("TERM", "dumb");
        String plain = System.getenv().getOrDefault("NO_COLOR", "");
        boolean able = !kind.equals("dumb");
        return new Terminal(able && terminals.contains("out"), able && terminals.contains("err"), plain.isEmpty());
    }

    /** A terminal's size. */
    public record Size(int rows, int columns) {
        public static final Size USUAL = new Size(24, 80);
    }

    /** How large it is now. */
    public static Size size() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] words = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            stty.waitFor(SIZE_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            Size size = new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            return size.columns > 0 && size.rows > 0 ? size : Size.USUAL;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
            return Size.USUAL;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Size.USUAL;
        }
    }
}
