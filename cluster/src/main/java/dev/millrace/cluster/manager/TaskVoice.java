package dev.millrace.cluster.manager;

import dev.millrace.cluster.protocol.ControlMessage.EndOfDataReached;
import dev.millrace.cluster.protocol.ControlMessage.EnumeratorEvent;
import dev.millrace.cluster.protocol.ControlMessage.EventTimeReached;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.ReaderRegistered;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotDeclined;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotPartDone;
import dev.millrace.cluster.protocol.ControlMessage.SplitRequested;
import dev.millrace.cluster.protocol.ControlMessage.TaskCancelled;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.cluster.protocol.ControlMessage.TaskFinished;
import dev.millrace.cluster.protocol.ControlMessage.TaskReported;
import dev.millrace.cluster.protocol.ControlMessage.TaskRunning;
import dev.millrace.cluster.protocol.ControlMessage.TaskTallied;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.TaskEvents;
import dev.millrace.runtime.TaskFailure;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what tasks tell, on whatever thread, into messages of the task manager's thread. */
final class TaskVoice implements TaskEvents {

    private static final Logger LOG = LoggerFactory.getLogger(TaskVoice.class);

    private final TaskManager taskManager;
    private final Executor thread;

    TaskVoice(TaskManager taskManager, Executor thread) {
        this.taskManager = taskManager;
        this.thread = thread;
    }

    private void say(FromTask words) {
        thread.execute(() -> taskManager.said(words));
    }

    private void sayDone(long checkpoint, FromTask words) {
        thread.execute(() -> taskManager.partDone(checkpoint, words));
    }

    private void sayLast(TaskId task, FromTask words) {
        thread.execute(() -> taskManager.ended(task, words));
    }

    @Override
    public void running(TaskId task) {
        say(new TaskRunning(task));
    }

    @Override
    public void snapshotDone(TaskId task, long checkpointId, TaskSnapshot snapshot) {
        sayDone(checkpointId, new SnapshotPartDone(task, checkpointId, snapshot));
    }

    @Override
    public void snapshotDeclined(TaskId task, long checkpointId, Throwable why) {
        sayDone(checkpointId, new SnapshotDeclined(task, checkpointId, Failure.of(why)));
    }

    @Override
    public void endOfDataReached(TaskId task) {
        say(new EndOfDataReached(task));
    }

    @Override
    public void tallied(TaskId task, TaskTally soFar) {
        try {
            say(new TaskTallied(task, JavaBytes.write(soFar)));
        } catch (IOException | RuntimeException unserializable) {
            LOG.warn("The accumulators of task {} cannot be sent", task, unserializable);
        }
    }

    @Override
    public void finished(TaskId task, TaskTally whole) {
        try {
            sayLast(task, new TaskFinished(task, JavaBytes.write(whole)));
        } catch (IOException | RuntimeException unserializable) {
            sayLast(task, new TaskFailed(task, Failure.of(unserializable)));
        }
    }

    @Override
    public void cancelled(TaskId task) {
        sayLast(task, new TaskCancelled(task));
    }

    @Override
    public void failed(TaskId task, TaskFailure failure) {
        Failure.Place place =
                new Failure.Place(failure.vertex(), failure.instance(), failure.operator(), failure.record());
        sayLast(task, new TaskFailed(task, Failure.of(failure.cause(), place)));
    }

    @Override
    public void sourceRequest(TaskId task, SourceRequest request) {
        if (request instanceof SourceRequest.Register register) {
            say(new ReaderRegistered(task, register.hostName()));
        } else if (request instanceof SourceRequest.Split split) {
            say(new SplitRequested(task, split.hostName()));
        } else if (request instanceof SourceRequest.Event event) {
            say(new EnumeratorEvent(task, event.bytes()));
        } else if (request instanceof SourceRequest.EventTime eventTime) {
            say(new EventTimeReached(task, eventTime.reachedMillis()));
        }
    }

    @Override
    public void facts(TaskId task, long request, TaskFacts facts) {
        thread.execute(() -> taskManager.factsTold(task, request, facts));
    }

    @Override
    public void report(TaskId task, String channel, byte[] bytes) {
        say(new TaskReported(task, channel, bytes));
    }
}
