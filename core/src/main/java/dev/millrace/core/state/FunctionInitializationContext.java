package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** What a function is told before it is opened. */
@ModelApi
public interface FunctionInitializationContext extends ManagedInitializationContext {}
