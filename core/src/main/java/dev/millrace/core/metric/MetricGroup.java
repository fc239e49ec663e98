package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;
import java.util.Map;

/** A named place for metrics. Asking for a name again gives the metric that is there. */
@ModelApi
public interface MetricGroup {

    /** The counter of a name. */
    Counter counter(String name);

    /** Shows the given counter under a name. */
    <C extends Counter> C counter(String name, C counter);

    /** Shows the given gauge under a name. */
    <T, G extends Gauge<T>> G gauge(String name, G gauge);

    /** Shows the given histogram under a name. */
    <H extends Histogram> H histogram(String name, H histogram);

    /** Shows the given meter under a name. */
    <M extends Meter> M meter(String name, M meter);

    /** The group of a name within this one. */
    MetricGroup addGroup(String name);

    /** The group {@code key.value} within this one, which also shows as the variable {@code key}. */
    MetricGroup addGroup(String key, String value);

    /** The names from the root to this group. */
    String[] getScopeComponents();

    /** The variables of this group and those around it. */
    Map<String, String> getAllVariables();

    /** The full name of a metric of this group, joined by dots. */
    String getMetricIdentifier(String metricName);
}
