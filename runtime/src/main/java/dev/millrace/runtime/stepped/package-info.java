/**
 * A host without threads: tasks are stepped one by one, in an order that follows from a seed.
 *
 * <p>Rule of the room: one thread does everything, time moves only when its owner moves it.
 */
package dev.millrace.runtime.stepped;
