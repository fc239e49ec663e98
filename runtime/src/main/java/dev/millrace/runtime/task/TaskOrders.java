package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.runtime.TaskControl;
import java.util.List;

/** Turns orders from any thread into mail for the task. */
final class TaskOrders implements TaskControl {
    private final Task task;
    private final TaskMailbox mailbox;

    TaskOrders(Task task, TaskMailbox mailbox) {
        this.task = task;
        this.mailbox = mailbox;
    }

    @Override
    public void takeSnapshot(Barrier barrier, long sourceOrders) {
        mailbox.order(() -> task.snapshotOrdered(barrier, sourceOrders));
    }

    @Override
    public void checkpointComplete(long checkpointId) {
        mailbox.order(() -> task.checkpointEnded(checkpointId, true));
    }

    @Override
    public void checkpointAborted(long checkpointId) {
        mailbox.order(() -> task.checkpointEnded(checkpointId, false));
    }

    @Override
    public void assignSplits(long sequence, List<byte[]> splits) {
        source(input -> input.source().assign(sequence, splits));
    }

    @Override
    public void noMoreSplits(long sequence) {
        source(input -> input.source().noMoreSplits(sequence));
    }

    @Override
    public void sourceEvent(long sequence, byte[] event) {
        source(input -> input.source().event(sequence, event));
    }

    @Override
    public void limitEventTime(long limitMillis) {
        source(input -> input.source().limit(limitMillis));
    }

    @Override
    public void reportTaken(String channel, long position) {
        mailbox.order(() -> task.reportTaken(channel, position));
    }

    @Override
    public void endInput(EndOfData mode) {
        mailbox.order(() -> task.endInput(mode));
    }

    private interface SourceOrder {
        void giveTo(SourceInput input) throws Exception;
    }

    private void source(SourceOrder order) {
        mailbox.order(() -> {
            if (task.source() != null) {
                order.giveTo(task.source());
            }
        });
    }

    @Override
    public void tellFacts(long request, boolean metrics) {
        mailbox.order(() -> task.tellFacts(request, metrics));
    }

    @Override
    public void cancel() {
        task.cancel();
    }
}
