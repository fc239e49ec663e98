package dev.millrace.runtime;

import java.util.List;

/** Runs the tasks of one process. Safe for use by any thread. */
public interface TaskHost extends AutoCloseable {
    /** Starts a task and returns at once; it tells the rest through {@code events}. */
    TaskControl deploy(TaskDeployment deployment, TaskEvents events);

    /**
     * What the thread that steps a task is doing, innermost call first, as far as it is inside user code or what that calls;
     * empty when the task is in no step.
     */
    List<String> stack(TaskId task);

    /** Cancels what still runs and ends the host's threads. */
    @Override
    void close();
}
