package dev.millrace.core.rich;

import dev.millrace.core.ModelApi;
import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.DoubleCounter;
import dev.millrace.core.accumulator.Histogram;
import dev.millrace.core.accumulator.IntCounter;
import dev.millrace.core.accumulator.LongCounter;
import dev.millrace.core.function.DistributedCache;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.option.ParameterTool;
import dev.millrace.core.state.KeyedStateStore;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What a function may ask about the task it runs in. Used by the task's thread only. */
@ModelApi
public interface RuntimeContext extends KeyedStateStore {

    JobInfo getJobInfo();

    TaskInfo getTaskInfo();

    OperatorMetricGroup getMetricGroup();

    /** The id of the job, 32 hexadecimal digits. */
    default String getJobId() {
        return getJobInfo().id();
    }

    default String getTaskName() {
        return getTaskInfo().taskName();
    }

    default int getNumberOfParallelSubtasks() {
        return getTaskInfo().parallelism();
    }

    /** The number of key groups. */
    default int getMaxNumberOfParallelSubtasks() {
        return getTaskInfo().maxParallelism();
    }

    /** Which instance this is, from 0. */
    default int getIndexOfThisSubtask() {
        return getTaskInfo().index();
    }

    /** How often the task has been started before. */
    default int getAttemptNumber() {
        return getTaskInfo().attempt();
    }

    default String getTaskNameWithSubtasks() {
        return getTaskInfo().getTaskNameWithSubtasks();
    }

    /** Whether values are passed on as they are. */
    boolean isObjectReuseEnabled();

    /** What the program set with {@code ExecutionConfig.setGlobalJobParameters}. */
    Map<String, String> getGlobalJobParameters();

    /**
     * The older way to what the program set: how values are passed on, and the global job parameters, which are a
     * {@link ParameterTool} of the same names and values whatever class they were given as.
     */
    default ExecutionConfig getExecutionConfig() {
        ExecutionConfig config = new ExecutionConfig();
        if (isObjectReuseEnabled()) {
            config.enableObjectReuse();
        }
        config.setMaxParallelism(getMaxNumberOfParallelSubtasks());
        config.setParallelism(getNumberOfParallelSubtasks());
        config.setGlobalJobParameters(ParameterTool.fromMap(getGlobalJobParameters()));
        return config;
    }

    /** A serializer for values of a type, as the job writes them. */
    default <T> TypeSerializer<T> createSerializer(TypeInformation<T> type) {
        return type.createSerializer(getExecutionConfig());
    }

    /** The files that the program registered with {@code registerCachedFile}. */
    DistributedCache getDistributedCache();

    /** Whether the function was given a data set of this name; functions of streams never are. */
    default boolean hasBroadcastVariable(String name) {
        return false;
    }

    /**
     * A data set that was given to the function under a name.
     *
     * @throws UnsupportedOperationException in functions of streams, which have broadcast state instead
     */
    default <RT> List<RT> getBroadcastVariable(String name) {
        throw new UnsupportedOperationException("the function of '" + getTaskName() + "' works on a stream and has no"
                + " broadcast variable '" + name + "'; connect the stream with a broadcast stream and use its state");
    }

    /** The class loader of the job's classes. */
    ClassLoader getUserCodeClassLoader();

    /** Adds an accumulator; a second one of the name in this task is an error. */
    <V, A extends Serializable> void addAccumulator(String name, Accumulator<V, A> accumulator);

    /** The accumulator of a name in this task, or null. */
    <V, A extends Serializable> Accumulator<V, A> getAccumulator(String name);

    /** The counter of a name; made when there is none. */
    IntCounter getIntCounter(String name);

    /** The counter of a name; made when there is none. */
    LongCounter getLongCounter(String name);

    /** The counter of a name; made when there is none. */
    DoubleCounter getDoubleCounter(String name);

    /** The histogram of a name; made when there is none. */
    Histogram getHistogram(String name);
}
