/**
 * Checks of arguments and states, and failures: what programs throw and how they look into what was thrown.
 *
 * <p>Rule of the room: only for programs that know these names; the engine throws the JDK's exceptions or its own.
 */
package dev.millrace.core.fault;
