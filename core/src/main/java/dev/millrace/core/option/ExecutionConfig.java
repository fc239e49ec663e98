package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeOptions;
import dev.millrace.core.type.TypeSerializer;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/** How a job is to be executed. */
@ModelApi
public class ExecutionConfig implements Serializable {

    /** The parallelism that means "not set". */
    public static final int PARALLELISM_DEFAULT = -1;

    private int parallelism = PARALLELISM_DEFAULT;
    private int maxParallelism = PARALLELISM_DEFAULT;
    private boolean objectReuse;
    private boolean closureCleaner = true;
    private long autoWatermarkIntervalMillis = 200;
    private GlobalJobParameters globalJobParameters = new GlobalJobParameters();
    private RestartStrategies.RestartStrategyConfiguration restartStrategy = RestartStrategies.fallBackRestart();
    private transient TypeOptions types = TypeOptions.defaults();

    /** The number of instances of each operator; {@link #PARALLELISM_DEFAULT} when it was not set. */
    public int getParallelism() {
        return parallelism;
    }

    /** Sets the number of instances of each operator, from 1. */
    public ExecutionConfig setParallelism(int parallelism) {
        if (parallelism < 1 && parallelism != PARALLELISM_DEFAULT) {
            throw new IllegalArgumentException("the parallelism must be 1 or more, not " + parallelism);
        }
        this.parallelism = parallelism;
        return this;
    }

    /** The number of key groups; {@link #PARALLELISM_DEFAULT} when it was not set. */
    public int getMaxParallelism() {
        return maxParallelism;
    }

    /** Sets the number of key groups, from 1 to 32768. State keeps it for ever. */
    public ExecutionConfig setMaxParallelism(int maxParallelism) {
        if (maxParallelism < 1 || maxParallelism > 1 << 15) {
            throw new IllegalArgumentException(
                    "the max parallelism must be from 1 to " + (1 << 15) + ", not " + maxParallelism);
        }
        this.maxParallelism = maxParallelism;
        return this;
    }

    /** Passes values on as they are: the program promises not to change what it has emitted or been given. */
    public ExecutionConfig enableObjectReuse() {
        objectReuse = true;
        return this;
    }

    public ExecutionConfig disableObjectReuse() {
        objectReuse = false;
        return this;
    }

    public boolean isObjectReuseEnabled() {
        return objectReuse;
    }

    /** Drops references of inner functions to their outer object when they are not used; on unless disabled. */
    public ExecutionConfig enableClosureCleaner() {
        closureCleaner = true;
        return this;
    }

    public ExecutionConfig disableClosureCleaner() {
        closureCleaner = false;
        return this;
    }

    public boolean isClosureCleanerEnabled() {
        return closureCleaner;
    }

    /** Milliseconds between two calls of a watermark generator; 0 for none. */
    public long getAutoWatermarkInterval() {
        return autoWatermarkIntervalMillis;
    }

    public ExecutionConfig setAutoWatermarkInterval(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("the watermark interval cannot be negative: " + millis);
        }
        autoWatermarkIntervalMillis = millis;
        return this;
    }

    public GlobalJobParameters getGlobalJobParameters() {
        return globalJobParameters;
    }

    /** What functions find with {@code RuntimeContext.getGlobalJobParameters}. */
    public void setGlobalJobParameters(GlobalJobParameters parameters) {
        globalJobParameters = Objects.requireNonNull(parameters, "parameters");
    }

    public RestartStrategies.RestartStrategyConfiguration getRestartStrategy() {
        return restartStrategy;
    }

    public void setRestartStrategy(RestartStrategies.RestartStrategyConfiguration strategy) {
        restartStrategy = Objects.requireNonNull(strategy, "strategy");
    }

    /** How the job's values are written; the engine finds this out by itself unless told otherwise. */
    public TypeOptions getTypeOptions() {
        return types;
    }

    public void setTypeOptions(TypeOptions types) {
        this.types = Objects.requireNonNull(types, "types");
    }

    /** Gives values of exactly this class a serializer of the user's own. */
    public <T> void registerTypeWithSerializer(Class<T> type, TypeSerializer<? super T> serializer) {
        types = types.withSerializer(type, serializer);
    }

    /** Parameters that the whole job can see. */
    @ModelApi
    public static class GlobalJobParameters implements Serializable {

        /** The parameters by name. */
        public Map<String, String> toMap() {
            return Map.of();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof GlobalJobParameters that && that.toMap().equals(toMap());
        }

        @Override
        public int hashCode() {
            return toMap().hashCode();
        }
    }
}
