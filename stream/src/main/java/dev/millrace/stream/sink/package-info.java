/** Runs sinks: their writers, the writers' state, and the two-phase commit that follows checkpoints. */
package dev.millrace.stream.sink;
