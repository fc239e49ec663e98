package dev.millrace.runtime.task;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.EndOfData;
import dev.millrace.runtime.TaskControl;
import java.util.List;

/** Turns orders from any thread into mail for the task. */
final class TaskOrders implements TaskControl {
    private final Task task;
    private final TaskMailbox mailbox;
    private final TaskParts parts;
    private final TaskCheckpoints checkpoints;
    private final TaskReports reports;

    TaskOrders(Task task, TaskMailbox mailbox, TaskParts parts, TaskCheckpoints checkpoints, TaskReports reports) {
        this.task = task;
        this.mailbox = mailbox;
        this.parts = parts;
        this.checkpoints = checkpoints;
        this.reports = reports;
    }

    @Override
    public void takeSnapshot(Barrier barrier, long sourceOrders) {
        mailbox.order(() -> checkpoints.order(barrier, sourceOrders));
    }

    @Override
    public void checkpointComplete(long checkpointId) {
        mailbox.order(() -> checkpoints.ended(checkpointId, true));
    }

    @Override
    public void checkpointAborted(long checkpointId) {
        mailbox.order(() -> checkpoints.ended(checkpointId, false));
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
        mailbox.order(() -> {
            if (parts.chain() != null) {
                parts.chain().reportTaken(channel, position);
            }
        });
    }

    @Override
    public void endInput(EndOfData mode) {
        mailbox.order(() -> {
            if (parts.input() != null) {
                parts.input().end(mode);
            }
        });
    }

    private interface SourceOrder {
        void giveTo(SourceInput input) throws Exception;
    }

    private void source(SourceOrder order) {
        mailbox.order(() -> {
            if (parts.source() != null) {
                order.giveTo(parts.source());
            }
        });
    }

    @Override
    public void tellFacts(long request, boolean metrics) {
        mailbox.order(() -> reports.tellFacts(request, metrics));
    }

    @Override
    public void cancel() {
        task.cancel();
    }
}
