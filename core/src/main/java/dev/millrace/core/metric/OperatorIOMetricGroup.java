package dev.millrace.core.metric;

import dev.millrace.core.ModelApi;

/** The metrics of what goes into and out of an operator. */
@ModelApi
public interface OperatorIOMetricGroup extends MetricGroup {

    Counter getNumRecordsInCounter();

    Counter getNumRecordsOutCounter();

    Counter getNumBytesInCounter();

    Counter getNumBytesOutCounter();
}
