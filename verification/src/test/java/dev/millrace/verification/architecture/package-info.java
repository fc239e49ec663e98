/**
 * The shape of the house as rules over its compiled classes, each with a fixture that breaks it.
 *
 * <p>The rule of the room: a rule is made for a root package, so that the fixtures under {@code architecture.bad} are
 * judged by the very rules that judge the engine; there is no list of accepted exceptions.
 */
package dev.millrace.verification.architecture;
