package dev.millrace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.rig.Ranges;
import dev.millrace.cluster.rig.Rig;
import dev.millrace.cluster.rig.RigJobs;
import dev.millrace.cluster.rig.RigTask;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.plan.RestartStrategy;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole clusters, each from a seed: whatever is lost, fails or dies, each number is committed exactly once. */
class ClusterLawsTest {

    private static final int SEEDS = 300;
    private static final long LIMIT_MILLIS = 600_000;

    @Test
    void eachNumberIsCommittedOnceThoughMessagesAreLostAndTasksFail() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Rig rig = new Rig(seed, random.nextInt(3) * 0.1).start(1 + random.nextInt(3), 4);
            rig.ledger.setDeclineRate(random.nextInt(2) * 0.05);
            int count = 50 + random.nextInt(400);
            JobHandle job = rig.submit(graph(random, count, new RestartStrategy.FixedDelay(Integer.MAX_VALUE, 20)));
            int failures = random.nextInt(4);
            for (int i = 0; i < failures; i++) {
                rig.run(random.nextInt(1500), () -> job.end().isDone());
                failSome(rig, random);
            }
            assertThat(rig.run(LIMIT_MILLIS, () -> job.end().isDone()))
                    .as("seed %d ends; it is %s", seed, job.status())
                    .isTrue();
            assertThat(job.status()).as("seed %d", seed).isEqualTo(JobStatus.FINISHED);
            assertThat(rig.ledger.committed()).as("seed %d", seed).isEqualTo(numbers(count));
        }
    }

    private static JobGraph graph(SplittableRandom random, int count, RestartStrategy restart) {
        int sources = 1 + random.nextInt(3);
        boolean forward = random.nextBoolean();
        int sinks = forward ? sources : 1 + random.nextInt(4);
        Exchange exchange = forward ? new Exchange.Forward() : new Exchange.Rebalance();
        return RigJobs.graph(
                "laws",
                new Ranges(count, 1 + random.nextInt(40)),
                sources,
                sinks,
                exchange,
                RigJobs.settings(RigJobs.every(50 + random.nextInt(200), null), restart));
    }

    private static void failSome(Rig rig, SplittableRandom random) {
        List<RigTask> running = rig.tasks().stream().filter(RigTask::isOpen).toList();
        if (!running.isEmpty()) {
            running.get(random.nextInt(running.size())).fail(new IllegalStateException("a fault of seed"));
        }
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
