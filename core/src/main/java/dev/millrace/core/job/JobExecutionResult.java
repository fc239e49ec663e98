package dev.millrace.core.job;

import dev.millrace.core.ModelApi;
import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.Unmerged;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How a job ended well. */
@ModelApi
public class JobExecutionResult extends JobSubmissionResult {

    private static final String LATE = ".numLateRecordsDropped";

    private final long runtimeMillis;
    private final Map<String, Accumulator<?, ?>> accumulators;
    private final Map<String, Long> operatorCounts;

    /**
     * @param runtimeMillis from start to end
     * @param accumulators the merged ones by name
     * @param operatorCounts what operators counted, by {@code operator.counter}
     */
    public JobExecutionResult(
            String jobId,
            long runtimeMillis,
            Map<String, Accumulator<?, ?>> accumulators,
            Map<String, Long> operatorCounts) {
        super(jobId);
        this.operatorCounts = Collections.unmodifiableMap(new TreeMap<>(operatorCounts));
        this.runtimeMillis = runtimeMillis;
        this.accumulators = new TreeMap<>(accumulators);
    }

    /** How long the job ran, milliseconds. */
    public long getNetRuntime() {
        return runtimeMillis;
    }

    /** How long the job ran, in the given unit. */
    public long getNetRuntime(TimeUnit unit) {
        return unit.convert(runtimeMillis, TimeUnit.MILLISECONDS);
    }

    /**
     * The merged value of an accumulator; null when the job had none of that name.
     *
     * @throws IllegalStateException with what its merge method threw, when its parts could not be merged
     */
    @SuppressWarnings("unchecked") // the caller knows what it added
    public <T> T getAccumulatorResult(String name) {
        Accumulator<?, ?> accumulator = accumulators.get(name);
        return accumulator == null ? null : (T) accumulator.getLocalValue();
    }

    /**
     * The merged values by name.
     *
     * @throws IllegalStateException with what a merge method threw, when the parts of one could not be merged
     */
    public Map<String, Object> getAllAccumulatorResults() {
        return values(accumulators);
    }

    static Map<String, Object> values(Map<String, Accumulator<?, ?>> accumulators) {
        Map<String, Object> values = new TreeMap<>();
        accumulators.forEach((name, accumulator) -> values.put(name, accumulator.getLocalValue()));
        return Collections.unmodifiableMap(values);
    }

    /** The merged value of an int counter; 0 when the job had none of that name. */
    public Integer getIntCounterResult(String name) {
        Object value = getAccumulatorResult(name);
        if (value == null) {
            return 0;
        }
        if (value instanceof Integer count) {
            return count;
        }
        throw new ClassCastException("the accumulator '" + name + "' is not an int counter; its value is " + value);
    }

    /**
     * The job's summary: what each operator counted, by {@code operator.counter} and added up over all its tasks. Every
     * operator has {@code numRecordsIn} and {@code numRecordsOut}, windows have {@code numLateRecordsDropped}, each vertex
     * has its busy, back-pressured and idle time in milliseconds; counters of functions are there too.
     */
    public Map<String, Long> getOperatorCounts() {
        return operatorCounts;
    }

    /** How many records each operator dropped because they came too late, by its name; those that dropped none are left out. */
    public Map<String, Long> getLateRecordsDropped() {
        Map<String, Long> late = new TreeMap<>();
        operatorCounts.forEach((name, count) -> {
            if (name.endsWith(LATE) && count > 0) {
                late.put(name.substring(0, name.length() - LATE.length()), count);
            }
        });
        return late;
    }

    @Override
    public String toString() {
        Map<String, Long> late = getLateRecordsDropped();
        Map<String, Object> shown = new TreeMap<>();
        accumulators.forEach(
                (name, one) -> shown.put(name, one instanceof Unmerged ? "cannot be merged" : one.getLocalValue()));
        return "job " + getJobID() + " ran " + runtimeMillis + " ms, accumulators " + shown
                + (late.isEmpty() ? "" : ", records dropped because they were late " + late);
    }
}
