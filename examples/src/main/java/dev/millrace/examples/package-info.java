/**
 * Programs to run and to read. Each is an ordinary {@code main} on the public API; {@code META-INF/millrace/examples} names
 * them for the command line.
 */
package dev.millrace.examples;
