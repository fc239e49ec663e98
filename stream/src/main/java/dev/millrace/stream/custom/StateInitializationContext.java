package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.state.FunctionInitializationContext;

/** What an operator is given to get its state. */
@ModelApi
public interface StateInitializationContext extends FunctionInitializationContext {}
