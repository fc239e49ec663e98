package dev.millrace.runtime;

/** Runs the tasks of one process. Safe for use by any thread. */
public interface TaskHost extends AutoCloseable {
    /** Starts a task and returns at once; it tells the rest through {@code events}. */
    TaskControl deploy(TaskDeployment deployment, TaskEvents events);

    /** Cancels what still runs and ends the host's threads. */
    @Override
    void close();
}
