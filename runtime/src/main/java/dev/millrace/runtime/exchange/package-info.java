/**
 * How records leave a task and come into another: the fanout with its exchange patterns, and the gate with alignment,
 * event time and ends.
 *
 * <p>Rule of the room: everything here belongs to the task's thread, but for the bits by which channels say that they have
 * something.
 */
package dev.millrace.runtime.exchange;
