package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/** One value per key. */
@ModelApi
public interface ValueState<T> extends State {

    /** The value, or the descriptor's default (null unless given) when there is none. */
    T value() throws IOException;

    /** Sets the value; null clears it. */
    void update(T value) throws IOException;
}
