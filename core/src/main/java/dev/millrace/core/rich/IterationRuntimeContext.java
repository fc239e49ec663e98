package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;

/** What a function sees of the iteration it runs in. */
@ModelApi
public interface IterationRuntimeContext extends RuntimeContext {

    /** The number of the superstep, from 1. */
    int getSuperstepNumber();
}
