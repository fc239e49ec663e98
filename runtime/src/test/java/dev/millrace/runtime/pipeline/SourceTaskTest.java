package dev.millrace.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.eventtime.WatermarkGenerator;
import dev.millrace.core.eventtime.WatermarkOutput;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.plan.Step;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.SplitBytes;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of a source task: orders of the enumerator, event time, waiting. */
final class SourceTaskTest {
    private static final String SEEN = "SourceTaskTest";

    private final HandClock clock = new HandClock();
    private final SteppedHost host = new SteppedHost(clock, new MemoryChannels(), new MemoryBudget(1 << 20), 1);

    @BeforeEach
    void clear() {
        Results.clear(SEEN);
    }

    private TestJob job(WatermarkStrategy<Long> strategy) {
        Step source = Step.source("numbers", new InterleavedNumbers(4), strategy);
        Step collect = Step.operator("collect", Collect.everything(SEEN)).reads(source, null, null, 0);
        return new TestJob(
                        TestJob.graph(TestJob.settings("heap", true, false), 1, source, collect),
                        host,
                        new MemoryFiles())
                .deploy();
    }

    private static List<byte[]> split(String name, long from, long to) throws IOException {
        return List.of(SplitBytes.write(new Numbers.RangeBytes(), new Numbers.Range(name, from, to)));
    }

    @Test
    void ordersAreTakenInTheirOrderAndOnce() throws IOException {
        TestJob job = job(null);
        job.control(0, 0).noMoreSplits(2);
        job.control(0, 0).assignSplits(1, split("b", 100, 101));
        host.run();
        assertThat(Results.of(SEEN)).isEmpty();
        job.control(0, 0).assignSplits(0, split("a", 0, 1));
        job.control(0, 0).assignSplits(0, split("a", 0, 1));
        host.run();
        assertThat(Results.of(SEEN)).containsExactly(0L, 100L, "watermark " + Long.MAX_VALUE, "finish");
        assertThat(job.log()).startsWith("request Register of 0/0", "running 0/0");
    }

    @Test
    void aSnapshotWaitsForTheOrdersBeforeIt() throws IOException {
        TestJob job = job(null);
        job.control(0, 0).takeSnapshot(new Barrier(1, 1_000), 1);
        host.run();
        assertThat(job.log()).doesNotContain("snapshot 1 of 0/0");
        job.control(0, 0).assignSplits(0, split("a", 0, 100_000));
        while (!job.log().contains("snapshot 1 of 0/0")) {
            assertThat(host.step()).isTrue();
        }
        assertThat(Results.of(SEEN).size()).as("the snapshot came at once").isLessThan(2000);
    }

    @Test
    void eventTimeIsThatOfTheSlowestSplitAndComesWithTheClock() throws IOException {
        TestJob job = job(WatermarkStrategy.<Long>forMonotonousTimestamps().withIdleness(Duration.ofMillis(500)));
        job.control(0, 0).assignSplits(0, split("slow", 0, 8));
        job.control(0, 0).assignSplits(1, split("fast", 1000, 1012));
        for (int step = 0; step < 3; step++) {
            host.step();
        }
        assertThat(Results.of(SEEN)).contains(0L, 4L).doesNotContain("watermark 3");
        tick();
        assertThat(Results.of(SEEN)).contains(1008L);
        // both splits have been read to their ends: only the end of the data moves event time further
        job.control(0, 0).noMoreSplits(2);
        host.run();
        assertThat(Results.of(SEEN)).endsWith("watermark " + Long.MAX_VALUE, "finish");
    }

    private void tick() {
        clock.move(200);
        host.clockMoved();
        host.run();
    }

    @Test
    void aSourceThatStaysQuietGoesIdleAndWakesAgain() throws IOException {
        Step source = Step.source(
                "numbers",
                new Numbers(10),
                WatermarkStrategy.<Long>forMonotonousTimestamps().withIdleness(Duration.ofMillis(500)));
        Step collect = Step.operator("collect", Collect.everything(SEEN)).reads(source, null, null, 0);
        TestJob job = new TestJob(
                        TestJob.graph(TestJob.settings("heap", true, false), 1, source, collect),
                        host,
                        new MemoryFiles())
                .deploy();
        job.control(0, 0).assignSplits(0, split("a", 10, 12));
        host.run();
        tick();
        assertThat(Results.of(SEEN)).containsExactly(10L, 11L, "watermark 10");
        for (int i = 0; i < 6; i++) {
            tick();
        }
        assertThat(Results.of(SEEN)).containsExactly(10L, 11L, "watermark 10", "idle true");
        job.control(0, 0).assignSplits(1, split("b", 20, 21));
        host.run();
        tick();
        assertThat(Results.of(SEEN))
                .containsExactly(10L, 11L, "watermark 10", "idle true", "idle false", 20L, "watermark 19");
    }

    /** A watermark with each record, that is as high as the record. */
    private static final class EachRecord implements WatermarkGenerator<Long> {

        @Override
        public void onEvent(Long event, long eventTimestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(eventTimestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    private static WatermarkStrategy<Long> aligned() {
        return WatermarkStrategy.<Long>forGenerator(context -> new EachRecord())
                .withIdleness(Duration.ofMillis(500))
                .withWatermarkAlignment("group", Duration.ofMillis(100), Duration.ofMillis(200));
    }

    private static long lastRecord() {
        return Results.of(SEEN).stream()
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast)
                .max()
                .orElse(-1);
    }

    @Test
    void aSourceAheadOfItsGroupIsHeldAndIsNotIdleMeanwhile() throws IOException {
        Step source = Step.source("numbers", new Numbers(1), aligned());
        Step collect = Step.operator("collect", Collect.everything(SEEN)).reads(source, null, null, 0);
        TestJob job = new TestJob(
                        TestJob.graph(TestJob.settings("heap", true, false), 1, source, collect),
                        host,
                        new MemoryFiles())
                .deploy();
        job.control(0, 0).limitEventTime(50);
        job.control(0, 0).assignSplits(0, split("a", 0, 1_000));
        host.run();
        assertThat(lastRecord()).isEqualTo(51);
        for (int i = 0; i < 10; i++) {
            tick();
        }
        assertThat(lastRecord()).isEqualTo(51);
        assertThat(Results.of(SEEN)).doesNotContain("idle true");
        job.control(0, 0).takeSnapshot(new Barrier(1, 1_000), 1);
        host.run();
        assertThat(job.log()).contains("snapshot 1 of 0/0", "request EventTime of 0/0");
        job.control(0, 0).limitEventTime(700);
        host.run();
        assertThat(lastRecord()).isEqualTo(701);
        job.control(0, 0).limitEventTime(Long.MAX_VALUE);
        job.control(0, 0).noMoreSplits(1);
        host.run();
        assertThat(lastRecord()).isEqualTo(999);
        assertThat(Results.of(SEEN)).endsWith("watermark " + Long.MAX_VALUE, "finish");
    }

    @Test
    void aSplitAheadOfTheGroupLetsTheOtherSplitsOfItsReaderGoOn() throws IOException {
        TestJob job = job(aligned());
        job.control(0, 0).limitEventTime(500);
        job.control(0, 0).assignSplits(0, split("slow", 0, 400));
        job.control(0, 0).assignSplits(1, split("fast", 1_000, 1_400));
        for (int step = 0; step < 200; step++) {
            host.step();
        }
        assertThat(Results.of(SEEN)).contains(396L).doesNotContain(1_024L);
        job.control(0, 0).limitEventTime(Long.MAX_VALUE);
        job.control(0, 0).noMoreSplits(2);
        host.run();
        assertThat(Results.of(SEEN)).contains(1_396L).endsWith("watermark " + Long.MAX_VALUE, "finish");
    }

    @Test
    void anOpenBatchIsSentWhenTheBufferTimeoutPasses() throws IOException {
        Step source = Step.source("numbers", new Numbers(1), null).bufferTimeoutMillis(50);
        Step collect = Step.operator("collect", Collect.records(SEEN)).reads(source, null, null, 0);
        collect.chaining(Step.Chaining.NEVER);
        TestJob job = new TestJob(
                        TestJob.graph(TestJob.settings("heap", true, false), 1, source, collect),
                        host,
                        new MemoryFiles())
                .deploy();
        job.control(0, 0).assignSplits(0, split("a", 0, 1_000_000));
        for (int step = 0; step < 3; step++) {
            host.step();
        }
        assertThat(Results.of(SEEN)).as("the batch is not full").isEmpty();
        clock.move(50);
        for (int step = 0; step < 4; step++) {
            host.step();
        }
        assertThat(Results.of(SEEN)).isNotEmpty();
    }
}
