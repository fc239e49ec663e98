package dev.millrace.runtime.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.metric.MetricTree;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.Step;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.pipeline.Collect;
import dev.millrace.runtime.pipeline.CountByKey;
import dev.millrace.runtime.pipeline.MemoryFiles;
import dev.millrace.runtime.pipeline.Numbers;
import dev.millrace.runtime.pipeline.Results;
import dev.millrace.runtime.pipeline.TestJob;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks on real threads. */
@Timeout(60)
final class WorkerHostTest {
    private static final String SEEN = "WorkerHostTest";
    private static CountDownLatch gift;

    private final MemoryFiles files = new MemoryFiles();

    @BeforeEach
    void clear() {
        Results.clear(SEEN);
        gift = new CountDownLatch(1);
    }

    private static WorkerHost host(int workers) {
        return WorkerHost.start(
                workers,
                new MemoryChannels(),
                new MemoryBudget(1 << 28),
                MetricTree.root("test"),
                new WorkerHost.Identity("localhost", 1, StepLimits.DEFAULT));
    }

    private static JobSettings settings() {
        return TestJob.settings("heap", false, false);
    }

    private static void assign(TestJob job, int vertex, int instance, long from, long to) {
        job.assign(
                vertex,
                instance,
                new Numbers(1).getSplitSerializer(),
                List.of(new Numbers.Range("split-" + instance, from, to)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aJobCountsEveryRecordOnceOnAnyNumberOfWorkers(int workers) {
        KeySelector<Long, Long> key = number -> number % 1000;
        Step source = Step.source("numbers", new Numbers(100), null);
        Step count = Step.operator("count", CountByKey.factory())
                .reads(source, null, new Exchange.Hash(key), 0)
                .keyedBy(List.of(key));
        Step collect = Step.operator("collect", Collect.records(SEEN)).reads(count, null, new Exchange.Rebalance(), 0);
        try (WorkerHost host = host(workers)) {
            TestJob job = new TestJob(TestJob.graph(settings(), 4, source, count, collect), host, files).deploy();
            for (int instance = 0; instance < 4; instance++) {
                assign(job, 0, instance, 100_000, 200_000);
            }
            job.end().join();
        }
        Map<Object, Long> highest = new TreeMap<>();
        for (Object seen : Results.of(SEEN)) {
            CountByKey.Count one = (CountByKey.Count) seen;
            highest.merge(one.key(), one.count(), Math::max);
        }
        assertThat(Results.of(SEEN)).hasSize(400_000);
        assertThat(highest)
                .hasSize(1000)
                .allSatisfy((k, times) -> assertThat(times).isEqualTo(400));
    }

    @Test
    void checkpointsOneAfterTheOtherDisturbNothing() throws Exception {
        KeySelector<Long, Long> key = number -> number % 100;
        Step source = Step.source("numbers", new Numbers(100), null).uid("numbers");
        Step count = Step.operator("count", CountByKey.factory())
                .uid("count")
                .reads(source, null, new Exchange.Hash(key), 0)
                .keyedBy(List.of(key));
        Step collect = Step.operator("collect", Collect.records(SEEN))
                .uid("collect")
                .reads(count, null, new Exchange.Rebalance(), 0);
        JobGraph graph = TestJob.graph(TestJob.settings("heap", true, false), 3, source, count, collect);
        long checkpoint = 0;
        long published = 0;
        try (WorkerHost host = host(2)) {
            TestJob job = new TestJob(graph, host, files).deploy();
            for (int instance = 0; instance < 3; instance++) {
                assign(job, 0, instance, 0, 100_000);
            }
            while (!job.end().isDone()) {
                if (!job.isCheckpointGoing()) {
                    job.checkpoint(++checkpoint);
                }
                published += job.publish() == null ? 0 : 1;
                Thread.onSpinWait();
            }
            job.end().join();
        }
        assertThat(published).isPositive();
        Map<Object, Long> highest = new TreeMap<>();
        for (Object seen : Results.of(SEEN)) {
            CountByKey.Count one = (CountByKey.Count) seen;
            highest.merge(one.key(), one.count(), Math::max);
        }
        assertThat(Results.of(SEEN)).hasSize(300_000);
        assertThat(highest)
                .hasSize(100)
                .allSatisfy((k, times) -> assertThat(times).isEqualTo(3000));
    }

    /** Waits for what {@link Giving} gives. */
    static final class Waiting implements Operator<Object, Object> {
        @Override
        public void onRecord(int input, Object value, long timestamp) throws Exception {
            gift.await();
            Results.add(SEEN, "got it");
        }

        @Override
        public void onWatermark(long timestamp) {}
    }

    /** Gives. */
    static final class Giving implements Operator<Object, Object> {
        @Override
        public void onRecord(int input, Object value, long timestamp) {
            gift.countDown();
        }

        @Override
        public void onWatermark(long timestamp) {}
    }

    @Test
    void aFunctionThatWaitsForAnotherTaskOfItsWorkerDoesNotHangTheJob() {
        Step first = Step.source("first", new Numbers(1), null);
        Step second = Step.source("second", new Numbers(1), null);
        Step giving = Step.operator("giving", Giving::new).reads(second, null, new Exchange.Rebalance(), 0);
        Step waiting = Step.operator("waiting", Waiting::new).reads(first, null, new Exchange.Rebalance(), 0);
        JobGraph graph = TestJob.graph(settings(), 1, first, waiting, second, giving);
        try (WorkerHost host = host(1)) {
            TestJob job = new TestJob(graph, host, files).deploy();
            assign(job, 0, 0, 0, 3);
            assign(job, 2, 0, 0, 1);
            job.end().join();
        }
        assertThat(Results.of(SEEN)).containsExactly("got it", "got it", "got it");
    }

    /** Emits far more than the overflow may hold, from one record. */
    static final class Flood implements Operator<Object, Object> {
        static final int SIZE = 300_000;
        private Output<Object> output;

        @Override
        public void open(OperatorContext context, Output<Object> newOutput) {
            output = newOutput;
        }

        @Override
        public void onRecord(int input, Object value, long timestamp) {
            for (int i = 0; i < SIZE; i++) {
                output.emit(i, timestamp);
            }
        }

        @Override
        public void onWatermark(long timestamp) {}
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFloodFromOneRecordWaitsInsideItsStepWhileItsConsumerGoesOn(int workers) {
        Step source = Step.source("source", new Numbers(1), null);
        Step flood = Step.operator("flood", Flood::new).reads(source, null, null, 0);
        Step collect = Step.operator("collect", Collect.records(SEEN)).reads(flood, null, new Exchange.Rebalance(), 0);
        try (WorkerHost host = host(workers)) {
            TestJob job = new TestJob(TestJob.graph(settings(), 1, source, flood, collect), host, files).deploy();
            assign(job, 0, 0, 0, 2);
            job.end().join();
        }
        List<Object> seen = Results.of(SEEN);
        assertThat(seen).hasSize(2 * Flood.SIZE);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(i % Flood.SIZE);
        }
    }

    @Test
    void aCancelledTaskThatWaitsForEverIsInterrupted() throws Exception {
        Step source = Step.source("source", new Numbers(1), null);
        Step waiting = Step.operator("waiting", Waiting::new).reads(source, null, null, 0);
        try (WorkerHost host = host(1)) {
            TestJob job = new TestJob(TestJob.graph(settings(), 1, source, waiting), host, files).deploy();
            assign(job, 0, 0, 0, 1);
            job.cancel();
            job.end().get(30, TimeUnit.SECONDS);
            assertThat(job.log()).endsWith("cancelled 0/0");
        }
    }

    @Test
    void aHostThatIsClosedEndsItsTasks() {
        Step source = Step.source("source", new Numbers(1), null);
        Step collect = Step.operator("collect", Collect.records(SEEN)).reads(source, null, null, 0);
        TestJob job;
        try (WorkerHost host = host(2)) {
            job = new TestJob(TestJob.graph(settings(), 4, source, collect), host, files).deploy();
        }
        assertThat(job.end()).isCompleted();
    }
}
