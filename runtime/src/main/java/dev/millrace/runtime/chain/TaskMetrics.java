package dev.millrace.runtime.chain;

import dev.millrace.core.fact.MetricFacts;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.Metric;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.runtime.TaskDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics of one task, by operator: {@code job.vertex.operator.instance} in the tree of the host, with the vertex's
 * number, so that operators of one name in several vertices have their own. An attempt begins with fresh ones; operators of
 * one name in a task share theirs. Owned by the task's thread.
 */
public final class TaskMetrics {
    /** What the engine counts by itself and shows by its own names. */
    private static final List<String> OWN = List.of(
            "numRecordsIn",
            "numRecordsOut",
            "numLateRecordsDropped",
            "accumulateBusyTimeMs",
            "accumulateBackPressuredTimeMs",
            "accumulateIdleTimeMs");

    private final MetricTree ofVertex;
    private final String instance;
    private final Map<String, MetricTree> byOperator = new TreeMap<>();

    public TaskMetrics(MetricTree ofHost, TaskDeployment deployment) {
        this.ofVertex = ofHost.addGroup(deployment.job().name())
                .addGroup(Integer.toString(deployment.id().vertex()));
        this.instance = Integer.toString(deployment.id().instance());
    }

    /** The metrics of an operator. */
    public MetricTree of(String operator) {
        return byOperator.computeIfAbsent(
                operator, name -> ofVertex.addGroup(name).freshGroup(instance));
    }

    /** What all counters show now, by {@code operator.counter}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        byOperator.forEach((operator, metrics) -> {
            int prefix = metrics.getMetricIdentifier("").length();
            metrics.forEach((name, metric) -> add(operator + "." + name.substring(prefix), metric, counts));
        });
        return counts;
    }

    /** What all metrics show now but those that the engine counts by itself. */
    public List<MetricFacts> values() {
        List<MetricFacts> values = new ArrayList<>();
        byOperator.forEach((operator, metrics) -> metrics.visit((name, labels, metric) -> {
            MetricFacts.Value value = OWN.contains(name) ? null : Readings.of(metric);
            if (value != null) {
                values.add(new MetricFacts(operator, name, labels, value));
            }
        }));
        return values;
    }

    private static void add(String name, Metric metric, Map<String, Long> counts) {
        if (metric instanceof Counter counter) {
            counts.put(name, counter.getCount());
        }
    }
}
