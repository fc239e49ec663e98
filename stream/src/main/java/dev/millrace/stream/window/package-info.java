/**
 * Windows: assigners, triggers, evictors, window functions and the operator that runs them all. Windows belong to keys;
 * everything here is called by the task's thread. {@link WindowOperators} makes the operator.
 */
package dev.millrace.stream.window;
