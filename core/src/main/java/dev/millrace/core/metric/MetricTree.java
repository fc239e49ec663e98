package dev.millrace.core.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * A metric group that keeps its metrics in memory and shows them by name. Groups and metrics are added by one thread;
 * {@link #forEach} may be called by any.
 */
public final class MetricTree implements OperatorMetricGroup, OperatorIOMetricGroup {

    private final MetricTree parent;
    private final String name;
    private final Map<String, String> variables;
    private final Map<String, Metric> metrics = new ConcurrentHashMap<>();
    private final Map<String, MetricTree> groups = new ConcurrentHashMap<>();

    private MetricTree(MetricTree parent, String name, Map<String, String> variables) {
        this.parent = parent;
        this.name = name;
        this.variables = variables;
    }

    /** The root of a tree of its own. */
    public static MetricTree root(String name) {
        return new MetricTree(null, name, Map.of());
    }

    @Override
    public Counter counter(String name) {
        return counter(name, new SimpleCounter());
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
        return shown(name, counter);
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        metrics.put(name, gauge);
        return gauge;
    }

    @Override
    public <H extends Histogram> H histogram(String name, H histogram) {
        return shown(name, histogram);
    }

    @Override
    public <M extends Meter> M meter(String name, M meter) {
        return shown(name, meter);
    }

    @SuppressWarnings("unchecked") // of another kind only when the caller asked for two kinds under one name
    private <M extends Metric> M shown(String name, M metric) {
        Metric there = metrics.putIfAbsent(name, metric);
        return there == null || !metric.getClass().isInstance(there) ? metric : (M) there;
    }

    @Override
    public MetricTree addGroup(String name) {
        return groups.computeIfAbsent(name, n -> new MetricTree(this, n, variables));
    }

    /** A group of a name without metrics; one that was there is shown no more. */
    public MetricTree freshGroup(String name) {
        MetricTree fresh = new MetricTree(this, name, variables);
        groups.put(name, fresh);
        return fresh;
    }

    @Override
    public MetricTree addGroup(String key, String value) {
        return addGroup(key).groups.computeIfAbsent(value, n -> {
            Map<String, String> more = new LinkedHashMap<>(variables);
            more.put(key, value);
            return new MetricTree(addGroup(key), n, more);
        });
    }

    @Override
    public String[] getScopeComponents() {
        List<String> names = new ArrayList<>();
        for (MetricTree group = this; group != null; group = group.parent) {
            names.add(0, group.name);
        }
        return names.toArray(String[]::new);
    }

    @Override
    public Map<String, String> getAllVariables() {
        return Collections.unmodifiableMap(variables);
    }

    @Override
    public String getMetricIdentifier(String metricName) {
        return String.join(".", getScopeComponents()) + "." + metricName;
    }

    /** Shows every metric of this group and those within, by its full name. */
    public void forEach(BiConsumer<String, Metric> reader) {
        metrics.forEach((metric, value) -> reader.accept(getMetricIdentifier(metric), value));
        groups.values().forEach(group -> group.forEach(reader));
    }

    /** Is shown metrics. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Is shown a metric.
         *
         * @param name groups and metric joined by dots, without the values of variables
         * @param labels the variables of its groups
         */
        void metric(String name, Map<String, String> labels, Metric metric);
    }

    /** Shows every metric of this group and those within, by its name from here on. */
    public void visit(Visitor visitor) {
        visit("", visitor);
    }

    private void visit(String prefix, Visitor visitor) {
        metrics.forEach((metric, value) -> visitor.metric(prefix + metric, getAllVariables(), value));
        groups.forEach((group, tree) -> {
            boolean isValue = !tree.variables.equals(variables);
            tree.visit(isValue ? prefix : prefix + group + ".", visitor);
        });
    }

    @Override
    public OperatorIOMetricGroup getIOMetricGroup() {
        return this;
    }

    @Override
    public Counter getNumRecordsInCounter() {
        return counter("numRecordsIn");
    }

    @Override
    public Counter getNumRecordsOutCounter() {
        return counter("numRecordsOut");
    }

    @Override
    public Counter getNumBytesInCounter() {
        return counter("numBytesIn");
    }

    @Override
    public Counter getNumBytesOutCounter() {
        return counter("numBytesOut");
    }
}
