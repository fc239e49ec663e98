package dev.millrace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.rig.Ranges;
import dev.millrace.cluster.rig.Rig;
import dev.millrace.cluster.rig.RigJobs;
import dev.millrace.cluster.rig.RigTask;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.plan.RestartStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole clusters, each from a seed: whatever is lost, fails or dies, each number is committed exactly once. */
class ClusterLawsTest {

    private static final int SEEDS = 100;
    private static final int SEEDS_OF_DEATH = 40;
    private static final long LIMIT_MILLIS = 600_000;

    @Test
    void eachNumberIsCommittedOnceThoughMessagesAreLostAndTasksFail() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rig rig = new Rig(seed, random.nextInt(3) * 0.1).start(1 + random.nextInt(3), 4);
            rig.ledger.setDeclineRate(random.nextInt(2) * 0.05);
            int count = 50 + random.nextInt(400);
            JobHandle job = rig.submit(graph(random, count, new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 20)));
            int failures = random.nextInt(6);
            for (int i = 0; i < failures; i++) {
                rig.run(
                        random.nextInt(random.nextBoolean() ? 1500 : 150),
                        () -> job.end().isDone());
                failSome(rig, random);
            }
            assertThat(rig.run(LIMIT_MILLIS, () -> job.end().isDone()))
                    .as("seed %d ends; it is %s", seed, job.status())
                    .isTrue();
            assertThat(job.status()).as("seed %d", seed).isEqualTo(JobStatus.FINISHED);
            assertOnce(rig, count, seed);
        }
    }

    @Test
    void eachNumberIsCommittedOnceThoughTaskManagersDie() {
        for (long seed = 1; seed <= SEEDS_OF_DEATH; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rig rig = new Rig(seed, random.nextInt(2) * 0.1).start(2, 4);
            int count = 100 + random.nextInt(400);
            JobHandle job = rig.submit(graph(random, count, new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 20)));
            rig.run(random.nextInt(1500), () -> job.end().isDone());
            rig.killTaskManager(random.nextInt(2));
            rig.addTaskManager(4);
            assertThat(rig.run(LIMIT_MILLIS, () -> job.end().isDone()))
                    .as("seed %d ends", seed)
                    .isTrue();
            assertOnce(rig, count, seed);
        }
    }

    @Test
    void eachNumberIsCommittedOnceThoughAllProcessesDieAndTheJobGoesOnAtAnotherParallelism() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rig first = new Rig(seed, 0.05).start(1, 8);
            int count = 100 + random.nextInt(400);
            Ranges source = new Ranges(count, 1 + random.nextInt(40));
            JobHandle before = first.submit(anywhere(random, source, null));
            first.run(random.nextInt(3_000), () -> before.status() == JobStatus.FINISHED);
            boolean checkpointed = first.files.names().stream().anyMatch(name -> name.endsWith("/manifest"));
            if (!checkpointed && !first.ledger.committed().isEmpty()) {
                continue; // it had finished, and deleted its checkpoints, before its death
            }
            first.ledger.allDead();
            Rig second = new Rig(seed + 1_000_000, 0.05, first.files, first.ledger).start(1, 8);
            JobHandle job = second.submit(anywhere(random, source, "latest"));
            assertThat(second.run(LIMIT_MILLIS, () -> job.end().isDone()))
                    .as("seed %d ends", seed)
                    .isTrue();
            assertThat(job.status()).as("seed %d", seed).isEqualTo(JobStatus.FINISHED);
            assertOnce(second, count, seed);
        }
    }

    @Test
    void eachNumberIsCommittedOnceThoughTheJobStopsWithACheckpointAndGoesOn() throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rig rig = new Rig(seed, random.nextInt(2) * 0.1).start(1, 8);
            int count = 300 + random.nextInt(300);
            Ranges source = new Ranges(count, 1 + random.nextInt(40));
            JobHandle first = rig.submit(anywhere(random, source, null));
            rig.run(300 + random.nextInt(500), () -> first.end().isDone());
            CompletableFuture<String> stop = first.stop(false);
            assertThat(rig.run(LIMIT_MILLIS, () -> first.end().isDone() && stop.isDone()))
                    .as("seed %d stops", seed)
                    .isTrue();
            if (!stop.isCompletedExceptionally()) {
                JobHandle second = rig.submit(anywhere(random, source, stop.get()));
                assertThat(rig.run(LIMIT_MILLIS, () -> second.end().isDone()))
                        .as("seed %d goes on", seed)
                        .isTrue();
            }
            assertOnce(rig, count, seed);
        }
    }

    private static JobGraph anywhere(SplittableRandom random, Ranges source, String restore) {
        return RigJobs.graph(
                "anywhere",
                source,
                1 + random.nextInt(3),
                1 + random.nextInt(4),
                new Exchange.Rebalance(),
                RigJobs.settings(
                        RigJobs.every(50 + random.nextInt(100), restore), new RestartStrategy.FixedDelay(5, 20)));
    }

    private static JobGraph graph(SplittableRandom random, int count, RestartStrategy restart) {
        int sources = 1 + random.nextInt(3);
        JobSettings settings = RigJobs.settings(RigJobs.every(50 + random.nextInt(200), null), restart);
        if (random.nextInt(3) == 0) {
            Ranges one = new Ranges(0, count / 2, 1 + random.nextInt(40), Integer.MAX_VALUE);
            Ranges other = new Ranges(count / 2, count, 1 + random.nextInt(40), Integer.MAX_VALUE);
            return RigJobs.union("laws", one, other, sources, 1 + random.nextInt(4), settings);
        }
        boolean forward = random.nextBoolean();
        int sinks = forward ? sources : 1 + random.nextInt(4);
        Exchange exchange = forward ? new Exchange.Forward() : new Exchange.Rebalance();
        return RigJobs.graph("laws", new Ranges(count, 1 + random.nextInt(40)), sources, sinks, exchange, settings);
    }

    private static void failSome(Rig rig, SplittableRandom random) {
        List<RigTask> running = rig.tasks().stream().filter(RigTask::isOpen).toList();
        if (!running.isEmpty()) {
            running.get(random.nextInt(running.size())).fail(new IllegalStateException("a fault of seed"));
        }
    }

    /** Says what is missing and what is there twice, not all that there is. */
    private static void assertOnce(Rig rig, int count, long seed) {
        List<Integer> missing = numbers(count);
        List<Integer> extra = new ArrayList<>();
        for (Integer record : rig.ledger.committed()) {
            if (!missing.remove(record)) {
                extra.add(record);
            }
        }
        assertThat(missing).as("missing with seed %d", seed).isEmpty();
        assertThat(extra).as("once more with seed %d", seed).isEmpty();
    }

    private static List<Integer> numbers(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }
}
