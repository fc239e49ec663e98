/**
 * Sources one after the other: bounded history, then what follows it.
 *
 * <p>Rule of the room: the enumerator belongs to the coordinating thread, a reader to its task's thread. They talk in events
 * and splits only, in the engine's order; which source is read next is decided by the enumerator alone.
 */
package dev.millrace.connectors.basic.hybrid;
