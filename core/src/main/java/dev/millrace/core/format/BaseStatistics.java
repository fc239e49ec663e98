package dev.millrace.core.format;

import dev.millrace.core.ModelApi;

/** What a format knows about its input. */
@ModelApi
public interface BaseStatistics {

    /** Stands for a size that is not known. */
    long SIZE_UNKNOWN = -1;

    /** Stands for a number of records that is not known. */
    long NUM_RECORDS_UNKNOWN = -1;

    /** Stands for a width of records that is not known. */
    float AVG_RECORD_BYTES_UNKNOWN = -1;

    /** Bytes. */
    long getTotalInputSize();

    long getNumberOfRecords();

    /** Bytes. */
    float getAverageRecordWidth();
}
