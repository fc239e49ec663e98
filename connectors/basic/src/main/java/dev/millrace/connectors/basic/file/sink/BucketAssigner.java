package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import java.io.Serializable;

/**
 * Says which directory a record goes to.
 *
 * @param <BucketID> names a bucket; its {@code toString} is the directory below the sink's path, empty for that path itself
 */
@ModelApi
public interface BucketAssigner<IN, BucketID> extends Serializable {

    BucketID getBucketId(IN element, Context context);

    /** Keeps bucket names in checkpoints. */
    SimpleVersionedSerializer<BucketID> getSerializer();

    /** What is known about the record. */
    @ModelApi
    interface Context {

        /** The time of day, milliseconds since the epoch. */
        long currentProcessingTime();

        /** Event time, milliseconds since the epoch; {@link Long#MIN_VALUE} at first. */
        long currentWatermark();

        /** The record's timestamp, milliseconds since the epoch, or null. */
        Long timestamp();
    }
}
