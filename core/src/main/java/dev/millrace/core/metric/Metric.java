package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** What every kind of metric is. */
@ModelApi
public interface Metric {}
