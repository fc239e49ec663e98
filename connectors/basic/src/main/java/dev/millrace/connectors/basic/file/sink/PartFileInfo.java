package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import java.io.IOException;

/** What a rolling policy may know about a file in progress. Times are milliseconds since the epoch. */
@ModelApi
public interface PartFileInfo<BucketID> {

    BucketID getBucketId();

    long getCreationTime();

    /** Bytes written so far. */
    long getSize() throws IOException;

    /** The time of the last record. */
    long getLastUpdateTime();
}
