/**
 * The house style as rules over the sources, parsed but not compiled, each with a snippet that breaks it.
 *
 * <p>The rule of the room: a rule sees one file and returns what is wrong in it; there is no list of accepted exceptions.
 */
package dev.millrace.verification.source;
