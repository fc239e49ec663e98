package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** The metrics of an operator. */
@ModelApi
public interface OperatorMetricGroup extends MetricGroup {

    OperatorIOMetricGroup getIOMetricGroup();
}
