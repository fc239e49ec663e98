package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/**
 * Where a reader emits. A reader of several splits whose event times run apart makes an output for each split: watermarks
 * are then made by split, and the reader's watermark is the lowest of them.
 */
@ModelApi
public interface ReaderOutput<T> extends SourceOutput<T> {

    /**
     * The most records that the caller wants from this call of {@link SourceReader#pollNext}, at least 1. A reader that
     * emits batches ends them there, so that a caller can hold a source to a rate; one that emits single records need not
     * ask.
     */
    default int recordsWanted() {
        return SourceReader.RECORDS_PER_POLL_MAX;
    }

    /** The output of a split; the same one for the same name until it is released. */
    SourceOutput<T> createOutputForSplit(String splitId);

    /** The split has been read to its end: it holds the watermark back no longer. */
    void releaseOutputForSplit(String splitId);
}
