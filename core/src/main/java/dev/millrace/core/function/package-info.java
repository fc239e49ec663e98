/**
 * Plain user functions and the few data types in their signatures. Knows no state and no context: those with a life are
 * in {@code core.rich}.
 */
package dev.millrace.core.function;
