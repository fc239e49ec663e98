package dev.millrace.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.EndOfData;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.Step;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole small jobs, stepped from a seed: source, hash exchange, keyed count, sink. */
final class PipelineTest {
    private static final String SEEN = "PipelineTest";
    private static final int KEYS = 7;

    private final MemoryFiles files = new MemoryFiles();

    @BeforeEach
    void clear() {
        Results.clear(SEEN);
    }

    private static JobGraph graph(boolean checkpoints, int parallelism) {
        Step source = Step.source("numbers", new Numbers(50), null).uid("numbers");
        Step count = Step.operator("count", CountByKey.factory())
                .uid("count")
                .reads(source, null, new Exchange.Hash((KeySelector<Long, Long>) n -> n % KEYS), 0)
                .keyedBy(List.of((KeySelector<Long, Long>) n -> n % KEYS))
                .emitsFresh();
        Step sink =
                Step.operator("collect", Collect.records(SEEN)).uid("collect").reads(count, null, null, 0);
        return TestJob.graph(TestJob.settings("heap", checkpoints, false), parallelism, source, count, sink);
    }

    private static SteppedHost host(long seed) {
        return new SteppedHost(new HandClock(), new MemoryChannels(), new MemoryBudget(1 << 26), seed);
    }

    private static Map<Object, Long> expected(long numbers) {
        Map<Object, Long> counts = new TreeMap<>();
        for (long number = 0; number < numbers; number++) {
            counts.merge(number % KEYS, 1L, Long::sum);
        }
        return counts;
    }

    private static Map<Object, Long> highest() {
        Map<Object, Long> counts = new TreeMap<>();
        for (Object seen : Results.of(SEEN)) {
            CountByKey.Count count = (CountByKey.Count) seen;
            counts.merge(count.key(), count.count(), Math::max);
        }
        return counts;
    }

    private static void assign(TestJob job, int parallelism, long numbers) {
        for (int instance = 0; instance < parallelism; instance++) {
            long from = instance * numbers / parallelism;
            long to = (instance + 1) * numbers / parallelism;
            job.assign(
                    0, instance, new Numbers.RangeBytes(), List.of(new Numbers.Range("split-" + instance, from, to)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBoundedJobCountsEveryRecordOnceAndEnds(int parallelism) {
        SteppedHost host = host(parallelism);
        TestJob job = new TestJob(graph(false, parallelism), host, files).deploy();
        assign(job, parallelism, 10_000);
        host.run();
        assertThat(job.end()).isCompleted();
        assertThat(Results.of(SEEN)).hasSize(10_000);
        assertThat(highest()).isEqualTo(expected(10_000));
        assertThat(host.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aJobGoesOnFromItsSnapshotAtAnotherParallelism(long seed) throws IOException {
        long numbers = 20_000;
        String first = runToCheckpoint(1, 1, numbers);
        String second = runToCheckpoint(3, 2, first, seed);
        Results.clear(SEEN);
        SteppedHost host = host(seed);
        TestJob last = new TestJob(graph(true, 2), host, files).restore(second).deploy();
        noMoreSplits(last, 2);
        finish(host, last);
        assertThat(last.end()).isCompleted();
        assertThat(highest()).isEqualTo(expected(numbers));
    }

    private static void noMoreSplits(TestJob job, int parallelism) {
        for (int instance = 0; instance < parallelism; instance++) {
            job.control(0, instance).noMoreSplits(0);
        }
    }

    private String runToCheckpoint(int parallelism, long id, long numbers) throws IOException {
        SteppedHost host = host(id);
        TestJob job = new TestJob(graph(true, parallelism), host, files).deploy();
        // one split per future instance, so that a change of parallelism has something to deal out
        List<Numbers.Range> splits = List.of(
                new Numbers.Range("a", 0, numbers / 3),
                new Numbers.Range("b", numbers / 3, numbers / 2),
                new Numbers.Range("c", numbers / 2, numbers));
        job.assign(0, 0, new Numbers.RangeBytes(), splits);
        return stepToCheckpoint(host, job, id);
    }

    private String runToCheckpoint(int parallelism, long id, String from, long seed) throws IOException {
        SteppedHost host = host(seed);
        TestJob job =
                new TestJob(graph(true, parallelism), host, files).restore(from).deploy();
        noMoreSplits(job, parallelism);
        return stepToCheckpoint(host, job, id);
    }

    private static String stepToCheckpoint(SteppedHost host, TestJob job, long id) throws IOException {
        for (int step = 0; step < 60; step++) {
            host.step();
        }
        job.checkpoint(id);
        String path = null;
        while (path == null) {
            assertThat(host.step())
                    .as("the checkpoint completes: %s", job.log())
                    .isTrue();
            path = job.publish();
        }
        host.close();
        return path;
    }

    private static void finish(SteppedHost host, TestJob job) throws IOException {
        host.run();
        assertThat(job.log()).contains("ended 0/0", "ended 1/0").doesNotContain("finished 0/0");
        job.checkpoint(1000);
        host.run();
        assertThat(job.publish()).isNotNull();
        host.run();
    }

    @Test
    void aSuspendedJobFiresNothingAndGoesOnLater() throws IOException {
        SteppedHost host = host(5);
        TestJob job = new TestJob(graph(true, 2), host, files).deploy();
        assign(job, 2, 10_000);
        for (int step = 0; step < 40; step++) {
            host.step();
        }
        job.endInput(EndOfData.SUSPEND);
        host.run();
        int before = Results.of(SEEN).size();
        assertThat(before).isBetween(1, 9_999);
        job.checkpoint(7);
        host.run();
        String path = job.publish();
        host.run();
        assertThat(job.end()).isCompleted();
        SteppedHost again = host(6);
        TestJob later = new TestJob(graph(true, 2), again, files).restore(path).deploy();
        noMoreSplits(later, 2);
        finish(again, later);
        assertThat(Results.of(SEEN)).hasSize(10_000);
        assertThat(highest()).isEqualTo(expected(10_000));
    }

    @Test
    void aTaskThatEndedBeforeTheSnapshotDoesNotFinishAgain() throws IOException {
        OperatorFactory<Object, Object> sink = Collect.everything(SEEN);
        Step source = Step.source("numbers", new Numbers(50), null).uid("numbers");
        Step collect = Step.operator("collect", sink).uid("collect").reads(source, null, new Exchange.Rebalance(), 0);
        JobGraph graph = TestJob.graph(TestJob.settings("heap", true, false), 1, source, collect);
        SteppedHost host = host(1);
        TestJob job = new TestJob(graph, host, files).deploy();
        assign(job, 1, 100);
        host.run();
        job.checkpoint(1);
        host.run();
        String path = job.publish();
        host.close();
        assertThat(Results.of(SEEN)).hasSize(102).endsWith("watermark " + Long.MAX_VALUE, "finish");

        Results.clear(SEEN);
        SteppedHost again = host(2);
        TestJob later = new TestJob(graph, again, files).restore(path).deploy();
        finish(again, later);
        assertThat(later.end()).isCompleted();
        assertThat(Results.of(SEEN)).isEmpty();
    }
}
