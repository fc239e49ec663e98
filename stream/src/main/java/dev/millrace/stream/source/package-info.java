/**
 * Source functions: user code that emits from a loop of its own. The loop has a thread to itself; what it emits comes to
 * the task's thread through a bounded buffer, and the two meet for snapshots in the checkpoint lock.
 */
package dev.millrace.stream.source;
