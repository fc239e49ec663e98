package dev.millrace.cluster.manager;

import dev.millrace.cluster.protocol.ControlMessage.AssignSplits;
import dev.millrace.cluster.protocol.ControlMessage.CancelTask;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointAborted;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointComplete;
import dev.millrace.cluster.protocol.ControlMessage.DeployTask;
import dev.millrace.cluster.protocol.ControlMessage.EndInput;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.LimitEventTime;
import dev.millrace.cluster.protocol.ControlMessage.NoMoreSplits;
import dev.millrace.cluster.protocol.ControlMessage.ReaderEvent;
import dev.millrace.cluster.protocol.ControlMessage.ReportTaken;
import dev.millrace.cluster.protocol.ControlMessage.TakeSnapshot;
import dev.millrace.cluster.protocol.ControlMessage.TellFacts;
import dev.millrace.cluster.protocol.ControlMessage.ToTask;
import dev.millrace.core.element.Barrier;
import dev.millrace.runtime.TaskControl;

/** A task of this task manager, from the moment when its deployment came until it has ended. */
final class HostedTask {

    /** A task that has ended waits so long for a part of a checkpoint that it is still writing. */
    private static final long WRITING_WAIT_MILLIS = 2_000;

    private TaskControl control;
    private TaskFiles files;
    private boolean cancelled;
    private FromTask lastWords;
    private long endedMillis;
    private final Question question = new Question();

    /** Whether it was cancelled before it could be started. */
    boolean isCancelled() {
        return cancelled;
    }

    void started(TaskControl started) {
        control = started;
    }

    void writesTo(TaskFiles written) {
        files = written;
    }

    void partDone(long checkpoint) {
        files.done(checkpoint);
    }

    /** The task has said its last. */
    void ended(FromTask words, long nowMillis) {
        if (lastWords == null) {
            lastWords = words;
            endedMillis = nowMillis;
        }
    }

    /** What the task said last, once nothing of it is left; null before. */
    FromTask lastWords(long nowMillis) {
        boolean gone =
                lastWords != null && (files == null || files.close() || nowMillis - endedMillis >= WRITING_WAIT_MILLIS);
        return gone ? lastWords : null;
    }

    /** Passes an order on; before the task has been started only one to cancel it can come. */
    void order(ToTask order) {
        if (control == null) {
            cancelled |= order instanceof CancelTask;
        } else if (order instanceof TakeSnapshot o) {
            control.takeSnapshot(new Barrier(o.checkpoint(), o.triggeredMillis()), o.sourceOrders());
        } else if (order instanceof CheckpointComplete o) {
            control.checkpointComplete(o.checkpoint());
        } else if (order instanceof CheckpointAborted o) {
            control.checkpointAborted(o.checkpoint());
        } else if (order instanceof AssignSplits o) {
            control.assignSplits(o.sequence(), o.splits());
        } else if (order instanceof NoMoreSplits o) {
            control.noMoreSplits(o.sequence());
        } else if (order instanceof ReaderEvent o) {
            control.sourceEvent(o.sequence(), o.event());
        } else if (order instanceof LimitEventTime o) {
            control.limitEventTime(o.limitMillis());
        } else if (order instanceof TellFacts o) {
            control.tellFacts(o.request(), o.metrics());
        } else if (order instanceof ReportTaken o) {
            control.reportTaken(o.channel(), o.position());
        } else if (order instanceof EndInput o) {
            control.endInput(o.mode());
        } else if (order instanceof CancelTask) {
            cancel();
        } else {
            assert order instanceof DeployTask : order;
        }
    }

    /** The question that is put to it. */
    Question question() {
        return question;
    }

    void cancel() {
        cancelled = true;
        if (control != null) {
            control.cancel();
        }
    }
}
