package dev.millrace.cluster.checkpoint;

import dev.millrace.cluster.protocol.Failure;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.CheckpointManifest;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.List;
import java.util.Map;

/** The job as its checkpoints see it. */
public interface CheckpointedJob {

    /**
     * The tasks at one moment.
     *
     * @param settled whether every task runs or has finished; none is starting, failing or waiting to start again
     * @param ended whether every task that runs has come to the end of its data
     * @param running the tasks that run
     * @param heads those of them that no running task sends to: they are told to take a snapshot, the others hear of it by
     *     a barrier
     */
    record Survey(boolean settled, boolean ended, List<TaskId> running, List<TaskId> heads) {}

    Survey survey();

    /** The ids of the sources, each of which has an enumerator. */
    List<String> sources();

    /** Asks for the state of an enumerator. What it assigns from then on is kept back until {@link #releaseAssignments}. */
    void snapshotEnumerator(String source, long checkpoint);

    /** Lets assignments go that were kept back for a snapshot; the heads have been told, or there will be no snapshot. */
    void releaseAssignments();

    /** Tells a head to take a snapshot for a checkpoint that was triggered at a time, milliseconds since the epoch. */
    void takeSnapshot(TaskId head, long checkpoint, long triggeredMillis);

    /** A checkpoint of the tasks that run now, of those that have finished, and of the enumerators. */
    CheckpointManifest manifest(
            long checkpoint, long triggeredMillis, Map<TaskId, TaskSnapshot> parts, Map<String, byte[]> enumerators);

    /**
     * A checkpoint is durable: tasks and enumerators may be told.
     *
     * @param last whether it was triggered after all data had ended
     */
    void onCompleted(CompletedCheckpoint checkpoint, boolean last);

    void onAborted(long checkpoint);

    /** More checkpoints in a row have failed than the job tolerates. */
    void onTooManyFailures(Failure last);
}
