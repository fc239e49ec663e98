package dev.millrace.stream.window;

import java.io.Serializable;

/** The namespaces of windows: small records and numbers, which state and timers keep best. */
final class WindowNames<W extends Window> {

    /** The namespace of a {@link TimeWindow}. */
    record TimeSpan(long start, long end) implements Serializable {

        @Override
        public String toString() {
            return new TimeWindow(start, end).toString();
        }
    }

    /** The namespace of the {@link GlobalWindow}. */
    private static final Integer GLOBAL = 0;

    private Window lastWindow;
    private Object lastName;

    /** The namespace of a window; that of the window asked for last costs nothing. */
    Object of(W window) {
        if (!window.equals(lastWindow)) {
            lastWindow = window;
            lastName = name(window);
        }
        return lastName;
    }

    private static Object name(Window window) {
        if (window instanceof TimeWindow time) {
            return new TimeSpan(time.getStart(), time.getEnd());
        }
        return window instanceof GlobalWindow ? GLOBAL : window;
    }

    /** The window of a namespace. */
    @SuppressWarnings("unchecked") // names come from windows of the operator's own assigner
    W window(Object name) {
        if (name instanceof TimeSpan span) {
            return (W) new TimeWindow(span.start(), span.end());
        }
        return (W) (name.equals(GLOBAL) ? GlobalWindow.get() : name);
    }
}
