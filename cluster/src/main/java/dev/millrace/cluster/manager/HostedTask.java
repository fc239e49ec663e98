package dev.millrace.cluster.manager;

import dev.millrace.cluster.protocol.ControlMessage.AssignSplits;
import dev.millrace.cluster.protocol.ControlMessage.CancelTask;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointAborted;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointComplete;
import dev.millrace.cluster.protocol.ControlMessage.DeployTask;
import dev.millrace.cluster.protocol.ControlMessage.EndInput;
import dev.millrace.cluster.protocol.ControlMessage.NoMoreSplits;
import dev.millrace.cluster.protocol.ControlMessage.ReaderEvent;
import dev.millrace.cluster.protocol.ControlMessage.TakeSnapshot;
import dev.millrace.cluster.protocol.ControlMessage.ToTask;
import dev.millrace.runtime.TaskControl;

/** A task of this task manager, from the moment when its deployment came until it has ended. */
final class HostedTask {

    private TaskControl control;
    private boolean cancelled;

    /** Whether it was cancelled before it could be started. */
    boolean isCancelled() {
        return cancelled;
    }

    void started(TaskControl started) {
        control = started;
    }

    /** Passes an order on; before the task has been started only one to cancel it can come. */
    void order(ToTask order) {
        if (control == null) {
            cancelled |= order instanceof CancelTask;
        } else if (order instanceof TakeSnapshot o) {
            control.takeSnapshot(o.checkpoint(), o.sourceOrders());
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
        } else if (order instanceof EndInput o) {
            control.endInput(o.mode());
        } else if (order instanceof CancelTask) {
            cancel();
        } else {
            assert order instanceof DeployTask : order;
        }
    }

    void cancel() {
        cancelled = true;
        if (control != null) {
            control.cancel();
        }
    }
}
