package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/**
 * Where a reader emits. A reader of several splits whose event times run apart makes an output for each split: watermarks
 * are then made by split, and the reader's watermark is the lowest of them.
 */
@ModelApi
public interface ReaderOutput<T> extends SourceOutput<T> {

    /** The output of a split; the same one for the same name until it is released. */
    SourceOutput<T> createOutputForSplit(String splitId);

    /** The split has been read to its end: it holds the watermark back no longer. */
    void releaseOutputForSplit(String splitId);
}
