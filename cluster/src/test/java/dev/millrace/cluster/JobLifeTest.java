package dev.millrace.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.cluster.rig.Ranges;
import dev.millrace.cluster.rig.Rig;
import dev.millrace.cluster.rig.RigJobs;
import dev.millrace.cluster.rig.RigTask;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobAbandonedException;
import dev.millrace.core.plan.JobFailedException;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.Vertex;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ways a job goes from its submission to its end, in virtual time. */
class JobLifeTest {

    private static final long LIMIT_MILLIS = 600_000;
    private static final RestartStrategy NONE = new RestartStrategy.None();

    private final Rig rig = new Rig(7, 0).start(1, 8);

    @Test
    void withoutCheckpointsAFailedRegionStartsFromTheBeginningAndTheOthersRunOn() {
        JobHandle job = rig.submit(RigJobs.graph(
                "regions",
                new Ranges(400, 10),
                4,
                4,
                new Exchange.Forward(),
                RigJobs.settings(CheckpointSettings.OFF, new RestartStrategy.FixedDelay(1, 50))));
        rig.run(200, () -> false);
        MetricTree metrics = rig.jobManager().job(job.id()).metrics();
        assertThat(metrics.counter("numTasksStarted").getCount()).isEqualTo(8);
        failOne(1);
        end(job);
        assertThat(metrics.counter("numTasksStarted").getCount())
                .as("two of them again")
                .isEqualTo(10);
        assertThat(metrics.counter("numRestarts").getCount()).isEqualTo(1);
        assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        assertThat(rig.ledger.committed()).isEqualTo(numbers(400));
        int again = 0;
        for (int instance = 0; instance < 4; instance++) {
            assertThat(rig.ledger.opened(0, instance))
                    .as("a region starts as a whole")
                    .isEqualTo(rig.ledger.opened(1, instance));
            again += rig.ledger.opened(0, instance) - 1;
        }
        assertThat(again).as("regions opened again").isEqualTo(1);
    }

    @Test
    void whenTheRestartsAreUsedUpTheJobFailsWithTheLastFailure() {
        JobHandle job = rig.submit(graph(every(100), new RestartStrategy.FixedDelay(2, 10)));
        for (int failure = 0; failure < 3; failure++) {
            rig.run(500, () -> false);
            failOne(0);
        }
        end(job);
        assertThatThrownBy(() -> job.end().get())
                .cause()
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("a fault")
                .hasMessageContaining("vertex 'numbers'")
                .hasMessageContaining("its 2 restarts are used up");
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(rig.ledger.committed()).doesNotHaveDuplicates();
        assertThat(manifests()).as("what it could go on from stays").hasSize(1);
    }

    @Test
    void aJobThatFinishesDeletesItsCheckpoints() {
        JobHandle job = rig.submit(graph(every(50), NONE));
        rig.run(1_000, () -> false);
        assertThat(manifests()).as("one is kept at a time").hasSizeBetween(1, 2);
        end(job);
        rig.run(1_000, () -> false);
        assertThat(rig.files.names()).isEmpty();
    }

    @Test
    void aCancelledJobKeepsItsCheckpointWhenItWasAskedTo() {
        JobHandle kept = rig.submit(graph(every(50), NONE));
        rig.run(1_000, () -> false);
        kept.cancel();
        end(kept);
        assertThat(kept.status()).isEqualTo(JobStatus.CANCELED);
        assertThat(manifests()).hasSize(1);
        assertThatThrownBy(() -> kept.end().get()).hasCauseInstanceOf(JobAbandonedException.class);
    }

    @Test
    void aCancelledJobDeletesItsCheckpointWhenItWasNotAskedToKeepIt() {
        CheckpointSettings dropped = new CheckpointSettings(50, 10_000, 0, 0, "/checkpoints", false, null, false);
        JobHandle job = rig.submit(graph(dropped, NONE));
        rig.run(1_000, () -> false);
        job.cancel();
        end(job);
        assertThat(manifests()).isEmpty();
    }

    @Test
    void aDirectoryThatIsFullFailsTheJobWithWhatToDo() {
        rig.files.setFull(true);
        JobHandle job = rig.submit(graph(every(50), new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 10)));
        end(job);
        assertThatThrownBy(() -> job.end().get()).cause().hasMessageContaining("/checkpoints");
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aDirectoryThatRunsFullRestartsTheJobSomeTimesAndThenFailsIt() {
        CheckpointSettings intolerant = new CheckpointSettings(50, 10_000, 0, 1, "/checkpoints", true, null, false);
        JobHandle job = rig.submit(graph(intolerant, new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 10)));
        rig.run(1_000, () -> false);
        rig.files.setFull(true);
        end(job);
        assertThatThrownBy(() -> job.end().get())
                .cause()
                .hasMessageContaining("no space left")
                .hasMessageContaining("its checkpoints fail");
        assertThat(rig.ledger.opened(0, 0)).as("the first start and ten more").isEqualTo(11);
    }

    @Test
    void aFirstCheckpointThatFailsLeavesItToTheRestartStrategy() throws Exception {
        CheckpointSettings intolerant = new CheckpointSettings(50, 10_000, 0, 0, "/checkpoints", true, null, false);
        JobHandle job = rig.submit(graph(intolerant, new RestartStrategy.FixedDelay(3, 10)));
        rig.run(LIMIT_MILLIS, () -> rig.ledger.opened(0, 0) == 1);
        rig.files.setFull(true);
        rig.run(LIMIT_MILLIS, () -> rig.ledger.opened(0, 0) == 2);
        rig.files.setFull(false);
        end(job);
        job.end().get();
        assertThat(rig.ledger.committed()).isEqualTo(numbers(1_000));
    }

    @Test
    void anEnumeratorThatFailsIsMadeAnewFromTheCheckpoint() {
        JobHandle job = rig.submit(RigJobs.graph(
                "enumerator",
                new Ranges(0, 400, 10, 30),
                2,
                2,
                new Exchange.Rebalance(),
                RigJobs.settings(every(30), new RestartStrategy.FixedDelay(1, 10))));
        end(job);
        assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        assertThat(rig.ledger.committed()).isEqualTo(numbers(400));
    }

    @Test
    void aFailingEnumeratorIsNamed() {
        JobHandle job = rig.submit(RigJobs.graph(
                "enumerator",
                new Ranges(0, 400, 10, 3),
                2,
                2,
                new Exchange.Rebalance(),
                RigJobs.settings(every(30), NONE)));
        end(job);
        assertThatThrownBy(() -> job.end().get())
                .cause()
                .hasMessageContaining("the enumerator fails at request 3")
                .hasMessageContaining("vertex 'numbers' enumerator");
    }

    @Test
    void aJobThatDrainsHasCommittedAllItEmittedAndNamesItsLastCheckpoint() throws Exception {
        JobHandle job = rig.submit(graph(every(100_000), NONE));
        rig.run(500, () -> false);
        CompletableFuture<String> stop = job.stop(true);
        end(job);
        rig.run(1_000, stop::isDone);
        assertThat(stop.get()).contains("/checkpoints/life/").endsWith("chk-1");
        assertThat(manifests()).containsExactly(stop.get() + "/manifest");
        assertThat(rig.ledger.committed()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void stateOfAnOperatorThatTheProgramLacksIsRefusedByNameUnlessAllowed() {
        JobHandle first = rig.submit(graph(every(50), NONE));
        rig.run(600, () -> false);
        first.cancel();
        end(first);
        JobHandle refused = rig.submit(withoutSinkState(false));
        end(refused);
        assertThatThrownBy(() -> refused.end().get()).cause().hasMessageContaining("'sink' (sink-id)");
        JobHandle allowed = rig.submit(withoutSinkState(true));
        end(allowed);
        assertThat(allowed.status()).isEqualTo(JobStatus.FINISHED);
    }

    @Test
    void aJobWaitsForSlots() {
        Rig small = new Rig(9, 0).start(1, 1);
        JobHandle job = small.submit(graph(CheckpointSettings.OFF, NONE));
        small.run(5_000, () -> job.end().isDone());
        assertThat(job.status()).isEqualTo(JobStatus.CREATED);
        small.addTaskManager(3);
        assertThat(small.run(LIMIT_MILLIS, () -> job.end().isDone())).isTrue();
        assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
    }

    @Test
    void aJobThatNeverGetsItsSlotsFailsWithTheNumbers() {
        Rig small = new Rig(9, 0).start(1, 1);
        JobHandle job = small.submit(graph(CheckpointSettings.OFF, NONE));
        small.run(LIMIT_MILLIS, () -> job.end().isDone());
        assertThatThrownBy(() -> job.end().get())
                .cause()
                .hasMessageContaining("needs 2 slots")
                .hasMessageContaining("1 free of 1 on 1 task managers");
    }

    private JobGraph withoutSinkState(boolean allow) {
        CheckpointSettings settings = new CheckpointSettings(50, 10_000, 0, 0, "/checkpoints", true, "latest", allow);
        JobGraph graph = graph(settings, NONE);
        Vertex sink = graph.vertices().get(1);
        var operator = sink.chain().get(0);
        var renamed = new dev.millrace.core.plan.OperatorNode(
                "other-id", "other", false, operator.factory(), operator.upstream(), null, List.of(), false);
        Vertex other = new Vertex("other-id", "other", 2, 128, "default", null, List.of(renamed));
        return new JobGraph(graph.name(), List.of(graph.vertices().get(0), other), graph.edges(), graph.settings());
    }

    private static CheckpointSettings every(long intervalMillis) {
        return RigJobs.every(intervalMillis, null);
    }

    private static JobGraph graph(CheckpointSettings checkpoints, RestartStrategy restart) {
        return RigJobs.graph(
                "life", new Ranges(1_000, 10), 2, 2, new Exchange.Rebalance(), RigJobs.settings(checkpoints, restart));
    }

    private void failOne(int vertex) {
        List<RigTask> running = rig.tasks().stream()
                .filter(task -> task.isOpen() && task.vertex() == vertex)
                .toList();
        running.get(0).fail(new IllegalStateException("a fault"));
    }

    private void end(JobHandle job) {
        assertThat(rig.run(LIMIT_MILLIS, () -> job.end().isDone())).isTrue();
    }

    private List<String> manifests() {
        return rig.files.names().stream()
                .filter(name -> name.endsWith("/manifest"))
                .toList();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
