/**
 * The functions of the DataStream API beyond the plain ones: with contexts, timers and side outputs, for two inputs, and
 * for sinks. Instances belong to the thread of their task.
 */
package dev.millrace.stream.function;
