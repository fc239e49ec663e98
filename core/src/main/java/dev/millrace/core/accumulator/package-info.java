/**
 * Values that all tasks of a job add to and that the job's result shows. An accumulator belongs to the thread of its task;
 * copies are merged elsewhere. No dependency.
 */
package dev.millrace.core.accumulator;
