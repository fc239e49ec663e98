package dev.millrace.core.fact;

import java.util.List;
import java.util.Map;

/**
 * A metric of an operator at one moment.
 *
 * @param operator whose it is
 * @param name its name within the operator's, groups joined by dots
 * @param labels the variables of its groups
 */
public record MetricFacts(String operator, String name, Map<String, String> labels, Value value) {

    /** What it shows. */
    public sealed interface Value {}

    /** A number that goes up and down at will. */
    public record Level(double number) implements Value {}

    /** A number that is counted. */
    public record Count(long number) implements Value {}

    /** Events that are counted, and how many come in a second. */
    public record Rate(long count, double perSecond) implements Value {}

    /**
     * How values are spread.
     *
     * @param values at some shares, in order
     */
    public record Spread(long count, double mean, double min, double max, List<Quantile> values) implements Value {}

    /** The value below which a share of all values lies. */
    public record Quantile(double share, double value) {}
}
