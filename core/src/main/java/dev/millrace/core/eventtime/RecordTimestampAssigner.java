package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Leaves the timestamp that the record has. */
@ModelApi
public final class RecordTimestampAssigner<E> implements SerializableTimestampAssigner<E> {

    @Override
    public long extractTimestamp(E element, long recordTimestamp) {
        return recordTimestamp;
    }
}
