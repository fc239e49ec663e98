package dev.millrace.testkit.simulation;

/** What may befall a cluster. */
public enum Fault {
    /** A task manager dies, and what it had not made durable with it. */
    CRASH,
    /** Messages between the job manager and a task manager do not arrive for a while, in one direction or in both. */
    PARTITION,
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
