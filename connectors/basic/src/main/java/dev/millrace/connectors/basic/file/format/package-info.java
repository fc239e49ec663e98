/**
 * The older formats of files: read split by split, a directory or a file, or written from one instance or several. A format
 * belongs to the thread of its task.
 */
package dev.millrace.connectors.basic.file.format;
