/**
 * Files, wherever they are: paths with a scheme, file systems found by {@link java.util.ServiceLoader}, and outputs that
 * can be resumed after a crash and published in one step. Streams belong to one thread; file systems are safe for many.
 */
package dev.millrace.core.file;
