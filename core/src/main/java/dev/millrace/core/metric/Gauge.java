package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** A value that is asked for when it is shown; any thread may ask. */
@ModelApi
@FunctionalInterface
public interface Gauge<T> extends Metric {

    T getValue();
}
