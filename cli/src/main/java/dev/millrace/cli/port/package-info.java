/**
 * The porter: turns programs written for the known API into programs of ours, by a map of names.
 *
 * <p>Rule of the room: text in, text and complaints out; only {@link dev.millrace.cli.port.Porter} touches files.
 */
package dev.millrace.cli.port;
