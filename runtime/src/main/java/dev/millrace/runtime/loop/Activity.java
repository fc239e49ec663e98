package dev.millrace.runtime.loop;

/** What a task does, as far as loops want to know it. */
interface Activity {
    /** The number of records that the task has taken and emitted; it only rises. */
    long records();

    /** Whether something is under way in the task, though no record comes. */
    boolean isPending();
}
