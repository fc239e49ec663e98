package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.metric.MetricGroup;
import java.util.OptionalLong;

/** What the engine tells every part of a sink. */
@ModelApi
public interface InitContext {

    /** The checkpoint that the job goes on from; empty when it starts afresh. */
    OptionalLong getRestoredCheckpointId();

    JobInfo getJobInfo();

    TaskInfo getTaskInfo();

    /** The number of this instance, from 0; the older form. */
    default int getSubtaskId() {
        return getTaskInfo().getIndexOfThisSubtask();
    }

    /** The older form. */
    default int getNumberOfParallelSubtasks() {
        return getTaskInfo().getNumberOfParallelSubtasks();
    }

    /** From 0, one more for each restart; the older form. */
    default int getAttemptNumber() {
        return getTaskInfo().getAttemptNumber();
    }

    MetricGroup metricGroup();

    ClassLoader getUserCodeClassLoader();
}
