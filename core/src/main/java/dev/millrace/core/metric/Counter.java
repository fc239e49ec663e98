package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** A count that goes up and down. */
@ModelApi
public interface Counter extends Metric {

    void inc();

    void inc(long n);

    void dec();

    void dec(long n);

    long getCount();
}
