package dev.millrace.stream.window;

import java.io.Serializable;

/** How long a session lasts after a record, milliseconds above 0. */
interface SessionGap<T> extends Serializable {

    long after(T element);
}
