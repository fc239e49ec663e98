package dev.millrace.core.job;

import dev.millrace.core.ModelApi;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** How a job ended well. */
@ModelApi
public class JobExecutionResult extends JobSubmissionResult {

    private static final String LATE = ".numLateRecordsDropped";

    private final long runtimeMillis;
    private final Map<String, Object> accumulatorResults;
    private final Map<String, Long> operatorCounts;

    /**
     * @param runtimeMillis from start to end
     * @param accumulatorResults the merged values by name
     */
    public JobExecutionResult(String jobId, long runtimeMillis, Map<String, Object> accumulatorResults) {
        this(jobId, runtimeMillis, accumulatorResults, Map.of());
    }

    /**
     * @param runtimeMillis from start to end
     * @param accumulatorResults the merged values by name
     * @param operatorCounts what operators counted, by {@code operator.counter}
     */
    public JobExecutionResult(
            String jobId,
            long runtimeMillis,
            Map<String, Object> accumulatorResults,
            Map<String, Long> operatorCounts) {
        super(jobId);
        this.operatorCounts = Collections.unmodifiableMap(new TreeMap<>(operatorCounts));
        this.runtimeMillis = runtimeMillis;
        this.accumulatorResults = Collections.unmodifiableMap(new TreeMap<>(accumulatorResults));
    }

    /** How long the job ran, milliseconds. */
    public long getNetRuntime() {
        return runtimeMillis;
    }

    /** How long the job ran, in the given unit. */
    public long getNetRuntime(TimeUnit unit) {
        return unit.convert(runtimeMillis, TimeUnit.MILLISECONDS);
    }

    /** The merged value of an accumulator; null when the job had none of that name. */
    @SuppressWarnings("unchecked") // the caller knows what it added
    public <T> T getAccumulatorResult(String name) {
        return (T) accumulatorResults.get(name);
    }

    /** The merged values by name. */
    public Map<String, Object> getAllAccumulatorResults() {
        return accumulatorResults;
    }

    /** The merged value of an int counter; 0 when the job had none of that name. */
    public Integer getIntCounterResult(String name) {
        Object value = accumulatorResults.getOrDefault(name, 0);
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
        return "job " + getJobID() + " ran " + runtimeMillis + " ms, accumulators " + accumulatorResults
                + (late.isEmpty() ? "" : ", records dropped because they were late " + late);
    }
}
