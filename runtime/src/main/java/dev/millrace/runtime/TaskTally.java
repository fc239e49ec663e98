package dev.millrace.runtime;

import dev.millrace.core.accumulator.Accumulator;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task has accumulated and counted.
 *
 * @param accumulators those of its functions, by name
 * @param counts what its operators count, by {@code operator.counter}; operators of one name are added up
 */
public record TaskTally(TreeMap<String, Accumulator<?, ?>> accumulators, TreeMap<String, Long> counts)
        implements Serializable {

    public TaskTally(Map<String, Accumulator<?, ?>> accumulators, Map<String, Long> counts) {
        this(new TreeMap<>(accumulators), new TreeMap<>(counts));
    }
}
