package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** Events per second. */
@ModelApi
public interface Meter extends Metric {

    void markEvent();

    void markEvent(long n);

    /** Events per second. */
    double getRate();

    long getCount();
}
