package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;

/** An operator that wants to know when its input has ended. */
@ModelApi
public interface BoundedOneInput {

    void endInput() throws Exception;
}
