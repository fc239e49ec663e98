package dev.millrace.cluster.protocol;

import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.runtime.TaskId;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.util.List;

/**
 * All that nodes say to each other. A message about a task names its attempt, so that one which comes late is told from
 * one which comes now; order and single delivery are the {@link Courier}'s.
 */
public sealed interface ControlMessage {

    /** An order to a task. */
    sealed interface ToTask extends ControlMessage {
        TaskId task();
    }

    /** What a task says. */
    sealed interface FromTask extends ControlMessage {
        TaskId task();
    }

    // ---- between any two nodes

    /**
     * A message of a conversation.
     *
     * @param sequence its place in what the sender says to the receiver, from 0
     * @param acknowledged how many messages the sender has taken from the receiver
     */
    record Sequenced(long sequence, long acknowledged, ControlMessage body) implements ControlMessage {}

    /** How many messages of the receiver the sender has taken. */
    record Acknowledged(long acknowledged) implements ControlMessage {}

    /** A sign of life; outside the conversation, so that a lost one is not sent again. */
    record Heartbeat() implements ControlMessage {}

    /** The sender has given the receiver up and keeps nothing of it; the receiver has to stop what it does for it. */
    record Disowned() implements ControlMessage {}

    // ---- from whoever submits jobs to the job manager

    /** @param graph the job graph as {@link JavaBytes} */
    record SubmitJob(String job, byte[] graph) implements ControlMessage {}

    record CancelJob(String job) implements ControlMessage {}

    /** @param drain whether windows and timers fire first */
    record StopJob(String job, boolean drain) implements ControlMessage {}

    /**
     * Asks how a job does; {@link FactsOfJob} is the answer, but a job that has ended gives none.
     *
     * @param request comes back with the answer
     * @param metrics whether the metrics of operators are wanted too
     */
    record AskFacts(String job, long request, boolean metrics) implements ControlMessage {}

    // ---- from the job manager to whoever submitted the job

    record JobStatusChanged(String job, JobStatus status) implements ControlMessage {}

    /**
     * The last word on a job.
     *
     * @param tally of all tasks, a {@link dev.millrace.runtime.TaskTally} as {@link JavaBytes}
     * @param checkpoints how many it has taken, and the last of them
     * @param failure null unless the job failed
     * @param remark why it was not started again; null unless the job failed
     */
    record JobEnded(
            String job,
            JobStatus status,
            long runtimeMillis,
            byte[] tally,
            CheckpointFacts checkpoints,
            Failure failure,
            String remark)
            implements ControlMessage {}

    /**
     * How a stop ended.
     *
     * @param path the last checkpoint; null when the stop failed
     * @param failure null unless the stop failed
     */
    record JobStopped(String job, String path, Failure failure) implements ControlMessage {}

    /** How a job does. */
    record FactsOfJob(String job, long request, JobFacts facts) implements ControlMessage {}

    // ---- between a task manager and the job manager

    /**
     * A task manager offers its slots.
     *
     * @param host the name of its host, by which sources choose near splits
     */
    record RegisterTaskManager(int slots, String host) implements ControlMessage {}

    /**
     * Starts a task.
     *
     * @param deployment what the task manager has to know, as {@link JavaBytes}
     */
    record DeployTask(TaskId task, byte[] deployment) implements ToTask {}

    record CancelTask(TaskId task) implements ToTask {}

    /** Ends the inputs of a source task. */
    record EndInput(TaskId task, EndOfData mode) implements ToTask {}

    /**
     * @param triggeredMillis when the checkpoint was triggered, milliseconds since the epoch
     * @param sourceOrders how many orders of its enumerator a source must have taken before
     */
    record TakeSnapshot(TaskId task, long checkpoint, long triggeredMillis, long sourceOrders) implements ToTask {}

    record CheckpointComplete(TaskId task, long checkpoint) implements ToTask {}

    record CheckpointAborted(TaskId task, long checkpoint) implements ToTask {}

    /**
     * Splits for a reader.
     *
     * @param epoch the id of the last snapshot of the enumerator before the assignment, 0 before the first
     * @param sequence its place among all that the enumerator says to this attempt of the reader, from 0
     */
    record AssignSplits(TaskId task, long epoch, long sequence, List<byte[]> splits) implements ToTask {}

    record NoMoreSplits(TaskId task, long epoch, long sequence) implements ToTask {}

    /** An event of the source's own for a reader, as {@link JavaBytes}. */
    record ReaderEvent(TaskId task, long epoch, long sequence, byte[] event) implements ToTask {}

    /**
     * Holds a source back that is ahead of its group.
     *
     * @param limitMillis how far its event time may come; {@link Long#MAX_VALUE} for no limit
     */
    record LimitEventTime(TaskId task, long limitMillis) implements ToTask {}

    /**
     * Asks how a task does; {@link FactsTold} is the answer, or {@link TaskSilent}.
     *
     * @param request comes back with the answer
     * @param metrics whether the metrics of operators are wanted too
     */
    record TellFacts(TaskId task, long request, boolean metrics) implements ToTask {}

    record TaskRunning(TaskId task) implements FromTask {}

    record SnapshotPartDone(TaskId task, long checkpoint, TaskSnapshot part) implements FromTask {}

    record SnapshotDeclined(TaskId task, long checkpoint, Failure why) implements FromTask {}

    /** The task has seen the end of its data and waits for the checkpoint after it. */
    record EndOfDataReached(TaskId task) implements FromTask {}

    /** @param tally what the task has accumulated so far, a {@link dev.millrace.runtime.TaskTally} as {@link JavaBytes} */
    record TaskTallied(TaskId task, byte[] tally) implements FromTask {}

    /** @param tally what the task has accumulated, a {@link dev.millrace.runtime.TaskTally} as {@link JavaBytes} */
    record TaskFinished(TaskId task, byte[] tally) implements FromTask {}

    record TaskCancelled(TaskId task) implements FromTask {}

    record TaskFailed(TaskId task, Failure failure) implements FromTask {}

    record ReaderRegistered(TaskId task, String host) implements FromTask {}

    /** @param host where the reader runs; may be null */
    record SplitRequested(TaskId task, String host) implements FromTask {}

    /** An event of the source's own for the enumerator, as {@link JavaBytes}. */
    record EnumeratorEvent(TaskId task, byte[] event) implements FromTask {}

    /**
     * How far a source has come whose group waits for it.
     *
     * @param reachedMillis its event time; {@link Long#MAX_VALUE} when nobody has to wait for it
     */
    record EventTimeReached(TaskId task, long reachedMillis) implements FromTask {}

    record FactsTold(TaskId task, long request, TaskFacts facts) implements FromTask {}

    /**
     * A task does not answer, because it is in the middle of a step; if it ever does, {@link FactsTold} follows.
     *
     * @param silentMillis how long it has been known not to answer
     * @param stack what its thread is doing, innermost call first
     */
    record TaskSilent(TaskId task, long request, long silentMillis, List<String> stack) implements FromTask {}

    /** Bytes of an operator for whoever submitted the job. */
    record TaskReported(TaskId task, String channel, byte[] bytes) implements FromTask {}

    /** Bytes of an operator, on their way to whoever submitted the job. */
    record Reported(TaskId task, String channel, byte[] bytes) implements ControlMessage {}

    /** How far whoever submitted the job has taken what an operator reported; by way of the job manager. */
    record ReportTaken(TaskId task, String channel, long position) implements ToTask {}

    /**
     * What a task has accumulated, on its way to whoever submitted the job.
     *
     * @param tally a {@link dev.millrace.runtime.TaskTally} as {@link JavaBytes}
     */
    record TallyUpdate(String job, TaskId task, byte[] tally) implements ControlMessage {}
}
