package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;

/** A group of records. Windows are equal when they mean the same group; they never change. */
@ModelApi
public abstract class Window {

    /** The last timestamp that still belongs to the window, milliseconds since the epoch. */
    public abstract long maxTimestamp();
}
