package dev.millrace.runtime.task;

/** The life of a task. It only goes on, phases may be left out, and each can lead to {@link #CLOSED}. */
enum TaskPhase {
    /** Made, and waits for its first step, which opens it. */
    DEPLOYED,
    /** Takes input. */
    RUNNING,
    /** Has taken its last record and finishes its operators one after the other. */
    ENDING,
    /** Has sent its last record; only marks pass, until a checkpoint is committed where one is needed. */
    ENDED,
    /** Has sent the end of its channels and waits until they have taken it. */
    LEAVING,
    /** Is gone. */
    CLOSED
}
