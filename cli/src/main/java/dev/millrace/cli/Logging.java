package dev.millrace.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the log to standard error: warnings, and more when asked to. */
final class Logging {

    private static final String LINE = "%1$tH:%1$tM:%1$tS.%1$tL %4$s %3$s - %5$s%6$s%n";

    private Logging() {}

    /** Shows warnings only. */
    static void quiet() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        show(Level.WARNING);
    }

    /** Shows what happens, or with more than one every detail. */
    static void verbose(int times) {
        show(times > 1 ? Level.FINE : Level.INFO);
    }

    private static void show(Level level) {
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(level);
            }
        }
    }
}
