package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** How values are spread. */
@ModelApi
public interface Histogram extends Metric {

    void update(long value);

    /** How many values were taken in. */
    long getCount();

    HistogramStatistics getStatistics();
}
