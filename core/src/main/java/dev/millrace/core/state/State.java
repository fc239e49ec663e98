package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** What every kind of state can do. */
@ModelApi
public interface State {

    /** Forgets the value of the selected key. */
    void clear();
}
