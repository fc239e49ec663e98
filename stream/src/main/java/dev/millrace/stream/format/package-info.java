/**
 * Runs formats of the older kind: an input format as a source function, whose splits are dealt out in turn and which goes on
 * inside a split after a restart; a directory that is watched; an output format as a sink function.
 */
package dev.millrace.stream.format;
