/**
 * Work on a whole partition once its data has ended: the records of an instance, or of a key. An operator belongs to its
 * task's thread.
 */
package dev.millrace.stream.partition;
