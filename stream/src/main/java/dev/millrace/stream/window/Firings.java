package dev.millrace.stream.window;

import java.util.ArrayList;
import java.util.List;

/** Windows that fire, in order, and at most one that is over after that. Used again for each record and time. */
final class Firings<V> {

    private final List<TimeWindow> windows = new ArrayList<>();
    private final List<V> results = new ArrayList<>();
    private TimeWindow over;

    /** A record comes, or a time: nothing fires so far. */
    void begin() {
        if (!windows.isEmpty()) {
            windows.clear();
            results.clear();
        }
        over = null;
    }

    /**
     * A window fires.
     *
     * @param result null when the window has none and nothing is to be emitted
     */
    void fire(TimeWindow window, V result) {
        if (result != null) {
            windows.add(window);
            results.add(result);
        }
    }

    /** A window takes no more records. */
    void over(TimeWindow window) {
        over = window;
    }

    int size() {
        return windows.size();
    }

    TimeWindow window(int place) {
        return windows.get(place);
    }

    V result(int place) {
        return results.get(place);
    }

    /** The window that is over, or null. */
    TimeWindow over() {
        return over;
    }
}
