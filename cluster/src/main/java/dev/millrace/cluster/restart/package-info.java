/**
 * After a failure: whether a job starts again, and when. Pure functions over the times of failures; randomness is handed
 * in.
 */
package dev.millrace.cluster.restart;
