/**
 * The operators of the DataStream API that need no room of their own, and the parts that all operators of this module
 * share: the life of a user function, its runtime context, its timers and its operator state. {@link Operators} makes
 * them. An operator belongs to its task's thread.
 */
package dev.millrace.stream.operator;
