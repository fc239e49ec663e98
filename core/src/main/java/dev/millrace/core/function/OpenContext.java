package dev.millrace.core.function;

import dev.millrace.core.ModelApi;

/** What a function is told when it is opened. */
@ModelApi
public interface OpenContext {

    /** The context that says nothing. */
    OpenContext DEFAULT = new OpenContext() {};
}
