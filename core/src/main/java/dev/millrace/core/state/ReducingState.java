package dev.millrace.core.state;

import dev.millrace.core.ModelApi;

/** One value per key, into which each added value is reduced. */
@ModelApi
public interface ReducingState<T> extends MergingState<T, T> {}
