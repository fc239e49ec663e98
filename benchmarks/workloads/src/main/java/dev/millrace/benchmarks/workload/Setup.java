package dev.millrace.benchmarks.workload;

import java.nio.file.Path;

/**
 * How a job is run.
 *
 * @param records how many records it reads
 * @param parallelism the instances of each of its steps, the threads of a program written by hand
 * @param reuse whether the engine may pass objects on without copying them
 * @param bufferTimeoutMillis how long records may wait for their batch to fill; negative: as the engine likes
 * @param scratch a folder for text and checkpoints
 */
public record Setup(
        Workload workload, long records, int parallelism, boolean reuse, long bufferTimeoutMillis, Path scratch) {

    public Setup {
        if (records % parallelism != 0 && workload.task() != Task.START) {
            throw new IllegalArgumentException(
                    records + " records cannot be dealt to " + parallelism + " sources; take a multiple");
        }
    }

    /** The same with other records. */
    public Setup with(long otherRecords) {
        return new Setup(workload, otherRecords, parallelism, reuse, bufferTimeoutMillis, scratch);
    }

    /** How many records each source makes. */
    public long share() {
        return records / parallelism;
    }

    public int keys() {
        return workload.task().keys(records);
    }
}
