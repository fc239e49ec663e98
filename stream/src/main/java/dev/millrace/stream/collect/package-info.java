/**
 * Brings a stream's records back to the program that submitted the job. The operator belongs to its task's thread; what
 * it sends meets the program's thread in one queue.
 */
package dev.millrace.stream.collect;
