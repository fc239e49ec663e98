package dev.millrace.core.file;

/**
 * What a file system knows of a file or directory.
 *
 * @param length bytes; 0 for a directory
 * @param modifiedMillis the time of the last change, milliseconds since the epoch
 */
public record FileStatus(Path path, long length, long modifiedMillis, boolean directory) {}
