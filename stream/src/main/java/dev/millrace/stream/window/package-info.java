/**
 * Windows: assigners, triggers, evictors, window functions and the operators that run them: {@link WindowOperator} runs all
 * kinds, {@link TotalOperator} those that fire at their end, by slices. Windows belong to keys; everything here is called by
 * the task's thread. {@link WindowOperators} makes the operators.
 */
package dev.millrace.stream.window;
