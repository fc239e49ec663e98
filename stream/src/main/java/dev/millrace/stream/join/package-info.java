/**
 * Joins of two keyed streams: within windows, and of records whose timestamps lie near to each other. An operator belongs
 * to its task's thread.
 */
package dev.millrace.stream.join;
