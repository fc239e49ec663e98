package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import java.io.IOException;
import java.io.Serializable;

/** Says when a file in progress ends and another begins. */
@ModelApi
public interface RollingPolicy<IN, BucketID> extends Serializable {

    /** Asked at each checkpoint. */
    boolean shouldRollOnCheckpoint(PartFileInfo<BucketID> partFileState) throws IOException;

    /** Asked before each record but the first of a file; the record then begins the other file. */
    boolean shouldRollOnEvent(PartFileInfo<BucketID> partFileState, IN element) throws IOException;

    /** Asked from time to time. */
    boolean shouldRollOnProcessingTime(PartFileInfo<BucketID> partFileState, long currentTime) throws IOException;
}
