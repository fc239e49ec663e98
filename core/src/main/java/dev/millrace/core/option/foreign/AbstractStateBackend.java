package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;

/** What the choices of where state lives have in common: nothing, here. */
@ModelApi
public abstract class AbstractStateBackend implements StateBackend {
    private static final long serialVersionUID = 1;
}
