package dev.millrace.runtime.task;

/** What a step came to. */
public enum Progress {
    /** There is more to do at once. */
    WORKED,
    /** There is nothing to do until something comes: data, an order or a time. */
    IDLE,
    /** There is something to do, but no room for what it would emit. */
    BLOCKED,
    /** The task has ended and must not be stepped again. */
    DONE
}
