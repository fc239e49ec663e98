package dev.millrace.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Step;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job of windows by timers that crashes at any step and goes on from its last complete checkpoint, at any parallelism: the
 * committed results are those of an undisturbed run, each once.
 */
final class CrashTest {
    private static final long NUMBERS = 3_000;
    private static final int KEYS = 5;
    private static final int SPLITS = 4;

    private final MemoryFiles files = new MemoryFiles();

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 30; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    /** A watermark behind each record. */
    static final class Behind implements WatermarkGenerator<Long> {
        @Override
        public void onEvent(Long event, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static JobGraph graph(String name, String backend, int parallelism) {
        WatermarkStrategy<Long> strategy = WatermarkStrategy.forGenerator(context -> new Behind());
        KeySelector<Long, Long> key = number -> number % KEYS;
        Step source =
                Step.source("numbers", new InterleavedNumbers(7), strategy).uid("numbers");
        Step windows = Step.operator("windows", WindowByTimers.factory())
                .uid("windows")
                .reads(source, null, new Exchange.Hash(key), 0)
                .keyedBy(List.of(key))
                .bufferTimeoutMillis(10);
        Step keep = Step.operator("keep", Keep.factory(name))
                .uid("keep")
                .stateful()
                .reads(windows, null, new Exchange.Rebalance(), 0);
        return TestJob.graph(TestJob.settings(backend, true, false), parallelism, source, windows, keep);
    }

    private static Map<String, Long> expected() {
        Map<String, Long> counts = new TreeMap<>();
        for (long number = 0; number < NUMBERS; number++) {
            long end = number / WindowByTimers.WINDOW * WindowByTimers.WINDOW + WindowByTimers.WINDOW - 1;
            counts.merge(number % KEYS + "@" + end, 1L, Long::sum);
        }
        return counts;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void committedResultsAreThoseOfAnUndisturbedRun(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String name = "CrashTest" + seed;
        Results.clear(name);
        Results.clear(name + " again");
        String backend = random.nextBoolean() ? "heap" : "naive";
        String path = null;
        long checkpoint = 0;
        boolean done = false;
        for (int run = 0; !done; run++) {
            int parallelism = 1 + random.nextInt(3);
            SteppedHost host = new SteppedHost(
                    new HandClock(), new MemoryChannels(), new MemoryBudget(1 << 26), random.nextLong());
            TestJob job = new TestJob(graph(name, backend, parallelism), host, files);
            if (path == null) {
                job.deploy();
                assign(job, parallelism);
            } else {
                job.restore(path).deploy();
                for (int instance = 0; instance < parallelism; instance++) {
                    job.control(0, instance).noMoreSplits(0);
                }
            }
            int life = run > 12 ? Integer.MAX_VALUE : 50 + random.nextInt(1500);
            for (int step = 0; step < life && !done; step++) {
                boolean stepped = host.step();
                if (!job.isCheckpointGoing() && (!stepped || random.nextInt(150) == 0)) {
                    job.checkpoint(++checkpoint);
                }
                String published = job.publish();
                path = published == null ? path : published;
                done = job.end().isDone();
            }
            assertThat(job.end().isCompletedExceptionally()).as("%s", job.log()).isFalse();
        }
        List<String> results = new ArrayList<>();
        expected().forEach((window, count) -> results.add(window + "=" + count));
        assertThat(Results.of(name)).containsExactlyInAnyOrderElementsOf(new ArrayList<Object>(results));
    }

    /** Deals out splits that run through the same time, so that no window is closed before all of its records came. */
    private static void assign(TestJob job, int parallelism) {
        for (int instance = 0; instance < parallelism; instance++) {
            List<Numbers.Range> splits = new ArrayList<>();
            for (int split = instance; split < SPLITS; split += parallelism) {
                splits.add(new Numbers.Range(Integer.toString(split), split, NUMBERS));
            }
            job.assign(0, instance, new Numbers.RangeBytes(), splits);
        }
    }
}
