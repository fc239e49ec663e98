/**
 * The head of a source task: the reader, the splits it is given, event time by split.
 *
 * <p>Rule of the room: everything here belongs to the task's thread; orders of the enumerator come in through it.
 */
package dev.millrace.runtime.source;
