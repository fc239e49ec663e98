/**
 * Functions with a life cycle and what they see of the task they run in. Apart from {@code core.function}, because a
 * context hands out state and state descriptors hold functions.
 */
package dev.millrace.core.rich;
