package dev.millrace.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.plan.Exchange;
import dev.millrace.runtime.pipeline.MemoryFiles;
import dev.millrace.runtime.pipeline.OneTask;
import dev.millrace.runtime.pipeline.Scripted;
import dev.millrace.state.snapshot.TaskRestore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a task ends, with checkpoints and after them. */
final class TaskEndTest {
    private final List<String> calls = Scripted.calls();

    private OneTask task() {
        return new OneTask()
                .checkpoints(new MemoryFiles())
                .operator("a", Scripted.passing("a", calls))
                .edge(0, new Exchange.Forward(), 1, 100);
    }

    @Test
    void staysUntilACheckpointAfterItsEndIsCommitted() {
        OneTask task = task().deploy();
        task.records("x").give(new Barrier(1, 1_000)).give(EndOfData.DRAIN);
        task.control().checkpointComplete(1);
        task.host.run();
        assertThat(task.log).containsExactly("running", "snapshot 1", "ended");
        task.give(new Barrier(2, 1_000));
        task.control().checkpointComplete(2);
        task.host.run();
        assertThat(task.log).containsExactly("running", "snapshot 1", "ended", "snapshot 2", "finished");
        assertThat(task.hub.drain(OneTask.out(0, 0)).stream().filter(element -> !(element instanceof Batch)))
                .containsExactly(new Barrier(1, 1_000), EndOfData.DRAIN, new Barrier(2, 1_000), EndOfChannel.END);
    }

    @Test
    void takesItsLastSnapshotByOrderWhenAllPredecessorsHaveGone() {
        OneTask task = task().deploy();
        task.records("x").give(EndOfData.DRAIN);
        task.control().takeSnapshot(new Barrier(3, 1_000), 0);
        task.host.run();
        assertThat(task.log).as("a predecessor may still send the barrier").containsExactly("running", "ended");
        task.give(EndOfChannel.END);
        assertThat(task.log).containsExactly("running", "ended", "snapshot 3");
        task.control().checkpointComplete(3);
        task.host.run();
        assertThat(task.log).endsWith("finished");
    }

    @Test
    void anAbortedCheckpointIsForgottenAndTheNextOneCounts() {
        OneTask task = task().deploy();
        task.records("x").give(EndOfData.DRAIN).give(new Barrier(1, 1_000));
        task.control().checkpointAborted(1);
        task.host.run();
        task.give(new Barrier(2, 1_000));
        task.control().checkpointComplete(2);
        task.host.run();
        assertThat(task.log).endsWith("snapshot 2", "finished");
    }

    @Test
    void anAnswerThatComesAfterAStopIsLeftToTheNextRun() {
        List<Runnable> answers = new ArrayList<>();
        Scripted asking = new Scripted(
                "ask",
                calls,
                (value, context, output) ->
                        answers.add(() -> context.mailbox().execute(() -> output.emit("answer to " + value, 0))));
        OneTask task = new OneTask()
                .checkpoints(new MemoryFiles())
                .operator("ask", asking)
                .edge(0, new Exchange.Forward(), 1, 100)
                .deploy();
        task.records("x").give(EndOfData.SUSPEND);
        answers.get(0).run();
        task.give(new Barrier(1, 1_000));
        task.control().checkpointComplete(1);
        task.host.run();
        assertThat(task.log).containsExactly("running", "ended", "snapshot 1", "finished");
        assertThat(task.hub.drain(OneTask.out(0, 0)))
                .containsExactly(EndOfData.SUSPEND, new Barrier(1, 1_000), EndOfChannel.END);
    }

    @Test
    void aTaskThatHadFinishedOnlySaysSoAgain() {
        OneTask task = task().restore(new TaskRestore("/checkpoints", 1, true, 0, 1, List.of()))
                .deploy();
        assertThat(task.log).containsExactly("running", "ended", "finished");
        assertThat(calls).isEmpty();
        assertThat(task.hub.drain(OneTask.out(0, 0))).containsExactly(EndOfData.DRAIN, EndOfChannel.END);
    }

    /** Finishes when it is told to. */
    private static final class Waits implements Operator<Object, Object> {
        private boolean told;

        @Override
        public void onRecord(int input, Object value, long timestamp) {}

        @Override
        public void onWatermark(long timestamp) {}

        @Override
        public boolean finish() {
            return told;
        }
    }

    private static void later(OneTask task) {
        task.clock.move(1);
        task.host.clockMoved();
        task.host.run();
    }

    @Test
    void anOperatorThatWaitsAtItsEndHoldsNoBarrierBack() {
        Waits waits = new Waits();
        OneTask task = new OneTask()
                .checkpoints(new MemoryFiles())
                .operator("a", waits)
                .deploy();
        task.give(EndOfData.DRAIN).give(new Barrier(1, 1_000));
        assertThat(task.log).endsWith("snapshot 1");
        waits.told = true;
        later(task);
        assertThat(task.log).endsWith("ended");
    }

    /** The first would emit its last results again after a restore. */
    @Test
    void noSnapshotIsTakenBetweenTheEndOfOneOperatorAndThatOfAnother() {
        Waits waits = new Waits();
        OneTask task = task().operator("b", waits).deploy();
        task.give(EndOfData.DRAIN).give(new Barrier(1, 1_000));
        assertThat(task.log).containsExactly("running");
        waits.told = true;
        later(task);
        assertThat(task.log).containsExactly("running", "ended", "snapshot 1");
    }

    @Test
    void barriersThatComeAgainOrLateAreIgnored() {
        OneTask task = task().deploy();
        task.give(new Barrier(5, 1_000));
        task.control().takeSnapshot(new Barrier(4, 1_000), 0);
        task.give(EndOfData.DRAIN).give(EndOfChannel.END);
        assertThat(task.log).containsExactly("running", "snapshot 5", "ended");
    }
}
