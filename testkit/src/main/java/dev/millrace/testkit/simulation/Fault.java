package dev.millrace.testkit.simulation;

/** What may befall a cluster. */
public enum Fault {
    /** A task manager dies, and what it had not made durable with it. */
    CRASH,
    /**
     * A task manager dies, or all of the cluster, at a moment that was chosen: while a task is started or restored, while
     * barriers are aligned, while a snapshot is written, just before or after it is published, while results are committed.
     */
    AIMED_CRASH,
    /** Messages between the job manager and a task manager do not arrive for a while, in one direction or in both. */
    PARTITION,
    /** Messages between the job manager and a task manager arrive, do not, and do again, several times. */
    FLAPPING,
    /** Many messages are lost, repeated and late. */
    STORM,
    /** The disk is slow. */
    SLOW_DISK,
    /** Calls of the disk fail. */
    FAILING_DISK,
    /** The disk is full. */
    FULL_DISK,
    /** The time of day jumps on one machine. */
    CLOCK_JUMP,
    /** User code fails. */
    USER_FAILURE,
    /** User code waits inside a call. */
    USER_PAUSE
}
