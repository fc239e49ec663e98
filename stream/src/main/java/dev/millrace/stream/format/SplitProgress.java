package dev.millrace.stream.format;

import dev.millrace.core.format.InputSplit;

/**
 * How far a split has been read.
 *
 * @param records that have been emitted
 */
record SplitProgress(InputSplit split, long records) {}
