package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * Says which instance of its operator a function is.
 *
 * @param taskName the operator's name
 * @param maxParallelism the number of key groups
 * @param index which instance, from 0
 * @param parallelism how many instances there are
 * @param attempt how often the task has been started before
 */
@ModelApi
public record TaskInfo(String taskName, int maxParallelism, int index, int parallelism, int attempt)
        implements Serializable {

    public String getTaskName() {
        return taskName;
    }

    /** The number of key groups. */
    public int getMaxNumberOfParallelSubtasks() {
        return maxParallelism;
    }

    /** Which instance this is, from 0. */
    public int getIndexOfThisSubtask() {
        return index;
    }

    public int getNumberOfParallelSubtasks() {
        return parallelism;
    }

    /** How often the task has been started before; 0 at the first run. */
    public int getAttemptNumber() {
        return attempt;
    }

    /** The name with the instance, counted from 1, and the parallelism: {@code count (2/4)#0}. */
    public String getTaskNameWithSubtasks() {
        return taskName + " (" + (index + 1) + "/" + parallelism + ")#" + attempt;
    }

    public String getAllocationIDAsString() {
        return taskName + "-" + index;
    }
}
