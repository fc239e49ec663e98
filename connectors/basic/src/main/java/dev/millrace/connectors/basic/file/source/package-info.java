/**
 * Reads files: one file, a directory with all below it, or a glob; once, or watching for new ones. Files are cut into
 * splits that say how far they have been read, so that a restart goes on inside a file. Readers belong to the thread of
 * their task, the enumerator to the coordinating thread of the source.
 */
package dev.millrace.connectors.basic.file.source;
