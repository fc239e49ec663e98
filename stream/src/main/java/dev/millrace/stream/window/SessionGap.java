package dev.millrace.stream.window;

import java.io.Serializable;

/** How long a session lasts after a record, milliseconds above 0. */
interface SessionGap<T> extends Serializable {

    long after(T element);

    /** The session of a record alone. */
    default TimeWindow window(T element, long from) {
        return new TimeWindow(from, from + after(element));
    }
}
