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
 * @param checkpointMillis from the start of one checkpoint to the start of the next; 0 for none
 */
public record Setup(
        Workload workload,
        long records,
        int parallelism,
        boolean reuse,
        long bufferTimeoutMillis,
        Path scratch,
        long checkpointMillis) {

    public Setup {
        if (records % parallelism != 0 && workload.task() != Task.START) {
            throw new IllegalArgumentException(
                    records + " records cannot be dealt to " + parallelism + " sources; take a multiple");
        }
    }

    /** With the checkpoints that the workload asks for. */
    public static Setup of(
            Workload workload, long records, int parallelism, boolean reuse, long bufferTimeoutMillis, Path scratch) {
        long checkpoints = workload.task() == Task.CHECKPOINT ? LargeState.CHECKPOINT_MILLIS : 0;
        return new Setup(workload, records, parallelism, reuse, bufferTimeoutMillis, scratch, checkpoints);
    }

    /** The same with other records. */
    public Setup with(long otherRecords) {
        return new Setup(workload, otherRecords, parallelism, reuse, bufferTimeoutMillis, scratch, checkpointMillis);
    }

    /** The same with other checkpoints. */
    public Setup withCheckpoints(long millis) {
        return new Setup(workload, records, parallelism, reuse, bufferTimeoutMillis, scratch, millis);
    }

    /** How many records each source makes. */
    public long share() {
        return records / parallelism;
    }

    public int keys() {
        return workload.task().keys(records);
    }
}
