/**
 * A world that follows from a seed: its time, its chance, the order in which things happen, and a trace of them.
 *
 * <p>Rule of the room: one thread runs at a time. The only threads are those that pass the turn on when something inside an
 * event has to wait; nothing asks the machine for time or chance.
 */
package dev.millrace.testkit.world;
