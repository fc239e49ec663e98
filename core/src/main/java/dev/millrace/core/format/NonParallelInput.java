package dev.millrace.core.format;

import dev.millrace.core.ModelApi;

/** Marks a format that is read by one instance. */
@ModelApi
public interface NonParallelInput {}
