package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;

/** State on the heap, which is where it lives anyway. */
@ModelApi
public class HashMapStateBackend extends AbstractStateBackend {
    private static final long serialVersionUID = 1;
}
