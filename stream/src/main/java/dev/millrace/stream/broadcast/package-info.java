/**
 * Broadcast state: a stream that every instance sees whole fills maps that are the same everywhere; functions read them
 * while they work on the other stream. An operator belongs to its task's thread.
 */
package dev.millrace.stream.broadcast;
