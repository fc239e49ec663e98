package dev.millrace.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the log to standard error: warnings, and more when asked to. */
final class Logging {

    private static final String LINE = "%1$tH:%1$tM:%1$tS.%1$tL %4$s %3$s - %5$s%6$s%n";

    private Logging() {}

    /** Shows warnings only. */
    static void quiet() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
                root.addHandler(new Lines());
            }
        }
        root.setLevel(Level.WARNING);
    }

    /** Shows what happens, or with more than one every detail. */
    static void verbose(int times) {
        Logger.getLogger("").setLevel(times > 1 ? Level.FINE : Level.INFO);
    }

    /** Writes to what standard error is at the time: a handler of the JDK's would write through the view of running jobs. */
    private static final class Lines extends Handler {

        Lines() {
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                System.err.print(getFormatter().format(line));
            }
        }

        @Override
        public void flush() {
            System.err.flush();
        }

        @Override
        public void close() {
            // standard error stays open
        }
    }
}
