/**
 * A whole cluster in one thread, from a seed: the real job manager, task managers and tasks over a simulated network, disk,
 * clock and scheduler, and the faults that befall them.
 *
 * <p>Rule of the room: nothing here does the engine's work; it is only the world that the engine lives in.
 */
package dev.millrace.testkit.simulation;
