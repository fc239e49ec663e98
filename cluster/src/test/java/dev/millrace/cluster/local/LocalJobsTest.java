package dev.millrace.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.plan.CheckpointSettings;
import dev.millrace.core.plan.Edge;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.JobAbandonedException;
import dev.millrace.core.plan.JobExecutor;
import dev.millrace.core.plan.JobFailedException;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobSettings;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.RestartStrategy;
import dev.millrace.core.plan.SourceNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.type.TypeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Real jobs on real threads. */
class LocalJobsTest {

    private static final int KEYS = 10;

    private final Outside outside;
    private final String name;

    LocalJobsTest(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        outside = Outside.of(name);
    }

    @Test
    void aBoundedJobWithoutCheckpointsEndsWithAllItsResults() throws Exception {
        JobHandle job = submit(graph(new Numbers(10_000, 1_000, false), 2, 3, CheckpointSettings.OFF));
        JobHandle.JobEnd end = job.end().get(30, TimeUnit.SECONDS);
        assertThat(job.status()).isEqualTo(JobStatus.FINISHED);
        assertCommitted(counts(10_000));
        assertThat(end.accumulators().get("records").getLocalValue()).isEqualTo(10_000L);
    }

    @Test
    void aBoundedJobWithCheckpointsCommitsItsLastResults(@TempDir Path directory) throws Exception {
        JobHandle job = submit(graph(new Numbers(10_000, 100, false), 2, 3, every(50, directory, null)));
        job.end().get(30, TimeUnit.SECONDS);
        assertCommitted(counts(10_000));
        assertThat(manifests(directory))
                .as("a job that has finished leaves no checkpoint")
                .isEmpty();
    }

    @Test
    void aBoundedJobEndsLongBeforeItsNextIntervalIsOver(@TempDir Path directory) throws Exception {
        JobHandle job = submit(graph(new Numbers(1_000, 100, false), 2, 2, every(3_600_000, directory, null)));
        job.end().get(30, TimeUnit.SECONDS);
        assertCommitted(counts(1_000));
    }

    @Test
    void afterFailuresEachResultIsCommittedOnce(@TempDir Path directory) throws Exception {
        outside.failuresLeft.set(2);
        JobHandle job = submit(graph(new Numbers(20_000, 100, false), 2, 3, every(20, directory, null)));
        job.end().get(60, TimeUnit.SECONDS);
        assertThat(outside.failuresLeft).hasValue(0);
        assertCommitted(counts(20_000));
        assertThat(outside.attempts.values()).as("all start three times").containsOnly(2);
    }

    @Test
    void aFailureWithoutRestartNamesVertexOperatorAndRecord(@TempDir Path directory) {
        outside.failuresLeft.set(100);
        JobHandle job = submit(graph(new Numbers(10_000, 100, false), 2, 3, every(50, directory, null)));
        assertThatThrownBy(() -> job.end().get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("no 5000, please")
                .hasMessageContaining("vertex 'numbers'")
                .hasMessageContaining("operator 'fail'")
                .hasMessageContaining("record 5000")
                .hasMessageContaining("its 3 restarts are used up")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aJobStoppedWithItsStateGoesOnAtAnotherParallelism(@TempDir Path directory) throws Exception {
        JobHandle first = submit(graph(new Numbers(5_000, 50, true), 2, 3, every(20, directory, null)));
        awaitSeen(1_000);
        String path = first.stop(false).get(30, TimeUnit.SECONDS);
        first.end().get(30, TimeUnit.SECONDS);
        assertThat(manifests(directory)).hasSize(1);
        JobHandle second = submit(graph(new Numbers(5_000, 50, false), 3, 2, every(20, directory, path)));
        second.end().get(30, TimeUnit.SECONDS);
        assertCommitted(counts(5_000));
    }

    @Test
    void aCancelledJobGoesOnFromItsLatestCheckpoint(@TempDir Path directory) throws Exception {
        JobHandle first = submit(graph(new Numbers(5_000, 50, true), 2, 3, every(20, directory, null)));
        awaitSeen(2_500);
        awaitCommitted(100);
        first.cancel().get(30, TimeUnit.SECONDS);
        assertThat(first.status()).isEqualTo(JobStatus.CANCELED);
        assertThatThrownBy(() -> first.end().get()).hasCauseInstanceOf(JobAbandonedException.class);
        JobHandle second = submit(graph(new Numbers(5_000, 50, false), 1, 4, every(20, directory, "latest")));
        second.end().get(30, TimeUnit.SECONDS);
        assertCommitted(counts(5_000));
    }

    @Test
    void onlyTheRegionThatFailedIsOpenedAgain(@TempDir Path directory) throws Exception {
        outside.failuresLeft.set(1);
        JobHandle job = submit(forward(new Numbers(20_000, 100, false), 4, every(20, directory, null)));
        job.end().get(60, TimeUnit.SECONDS);
        assertCommitted(IntStream.range(0, 20_000).boxed().toList());
        assertThat(outside.attempts.values()).as("four, and one of them again").containsExactlyInAnyOrder(0, 0, 0, 1);
    }

    @Test
    void latestWithoutACheckpointIsAFreshStart(@TempDir Path directory) throws Exception {
        JobHandle job = submit(graph(new Numbers(1_000, 100, false), 1, 1, every(50, directory, "latest")));
        job.end().get(30, TimeUnit.SECONDS);
        assertCommitted(counts(1_000));
    }

    @Test
    void aPathWithoutACheckpointIsAnError(@TempDir Path directory) {
        String absent = directory.resolve("nowhere").resolve("chk-3").toString();
        JobHandle job = submit(graph(new Numbers(1_000, 100, false), 1, 1, every(50, directory, absent)));
        assertThatThrownBy(() -> job.end().get(30, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining(absent)
                .hasMessageContaining("does not exist");
    }

    @Test
    void aCheckpointDirectoryThatCannotBeWrittenIsAnError(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        JobHandle job = submit(graph(new Numbers(1_000, 100, false), 1, 1, every(50, file, null)));
        assertThatThrownBy(() -> job.end().get(30, TimeUnit.SECONDS)).cause().hasMessageContaining(file.toString());
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aValueThatCannotBeSerializedIsRefusedAtSubmission() {
        Object unserializable = new Object();
        KeySelector<Integer, Integer> key = number -> unserializable.hashCode();
        JobGraph graph = graph(new Numbers(10, 1, false), 1, 1, CheckpointSettings.OFF);
        Edge edge = new Edge(0, 0, null, 1, 0, new Exchange.Hash(key), 100);
        JobGraph captured = new JobGraph("captured", graph.vertices(), List.of(edge), graph.settings());
        assertThatThrownBy(() -> submit(captured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void stoppingAJobWithoutCheckpointsIsRefusedWithAdvice() throws Exception {
        JobHandle job = submit(graph(new Numbers(1_000, 100, true), 1, 1, CheckpointSettings.OFF));
        assertThatThrownBy(() -> job.stop(true).get(30, TimeUnit.SECONDS))
                .cause()
                .hasMessageContaining("give it a checkpoint interval, or cancel it");
        job.cancel().get(30, TimeUnit.SECONDS);
        assertThat(job.status()).isEqualTo(JobStatus.CANCELED);
    }

    private void assertCommitted(List<Integer> expected) {
        List<Integer> missing = new ArrayList<>(expected);
        List<Integer> extra = new ArrayList<>();
        for (Integer record : outside.committed()) {
            int place = Collections.binarySearch(missing, record);
            if (place >= 0) {
                missing.remove(place);
            } else {
                extra.add(record);
            }
        }
        assertThat(missing).as("missing").isEmpty();
        assertThat(extra).as("extra").isEmpty();
    }

    private void awaitSeen(int records) {
        await(() -> outside.seen.get() >= records);
    }

    private void awaitCommitted(int records) {
        await(() -> outside.committed().size() >= records);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static CheckpointSettings every(long intervalMillis, Path directory, String restore) {
        return new CheckpointSettings(intervalMillis, 10_000, 0, 0, directory.toString(), true, restore, false);
    }

    private static List<Path> manifests(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> path.endsWith("manifest")).toList();
        }
    }

    private JobHandle submit(JobGraph graph) {
        JobExecutor executor = ServiceLoader.load(JobExecutor.class).findFirst().orElseThrow();
        return executor.submit(graph, LocalJobsTest.class.getClassLoader());
    }

    /** Numbers, committed by tasks that no exchange joins. */
    private JobGraph forward(Numbers numbers, int parallelism, CheckpointSettings checkpoints) {
        JobGraph graph = graph(numbers, parallelism, parallelism, checkpoints);
        OperatorNode commit = new OperatorNode(
                "commit-id", "commit", false, new Operators.Commit(name), OperatorNode.INPUTS, null, List.of(), true);
        Vertex sink = new Vertex("commit-id", "commit", parallelism, 128, "default", null, List.of(commit));
        Edge edge = new Edge(0, 0, null, 1, 0, new Exchange.Forward(), 100);
        return new JobGraph(name, List.of(graph.vertices().get(0), sink), List.of(edge), graph.settings());
    }

    /** Numbers, counted by their remainder. */
    private JobGraph graph(Numbers numbers, int sources, int counters, CheckpointSettings checkpoints) {
        outside.checkpoints = checkpoints.enabled();
        SourceNode node = new SourceNode("numbers", "numbers", false, numbers, WatermarkStrategy.noWatermarks());
        KeySelector<Integer, Integer> key = number -> number % KEYS;
        Vertex source = new Vertex(
                "numbers",
                "numbers",
                sources,
                128,
                "default",
                node,
                List.of(new OperatorNode(
                        "fail-id",
                        "fail",
                        false,
                        new Operators.FailAt(name, 5_000),
                        OperatorNode.INPUTS,
                        null,
                        List.of(),
                        true)));
        OperatorNode count = new OperatorNode(
                "count-id", "count", false, new Operators.Count(), OperatorNode.INPUTS, null, List.of(key), true);
        OperatorNode commit =
                new OperatorNode("commit-id", "commit", false, new Operators.Commit(name), 0, null, List.of(), true);
        Vertex counter =
                new Vertex("count-id", "count -> commit", counters, 128, "default", null, List.of(count, commit));
        Edge edge = new Edge(0, 0, null, 1, 0, new Exchange.Hash(key), 100);
        JobSettings settings = new JobSettings(
                checkpoints,
                new RestartStrategy.FixedDelay(3, 10),
                false,
                200,
                "heap",
                TypeOptions.defaults(),
                Map.of(),
                new TreeMap<>());
        return new JobGraph(name, List.of(source, counter), List.of(edge), settings);
    }

    /** What {@code Count} emits for the numbers from 0, sorted; worked out without the engine. */
    private static List<Integer> counts(int numbers) {
        List<Integer> all = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            int remainder = key;
            int times = (int) IntStream.range(0, numbers)
                    .filter(n -> n % KEYS == remainder)
                    .count();
            IntStream.rangeClosed(1, times).forEach(n -> all.add(remainder * 1_000_000 + n));
        }
        all.sort(null);
        return all;
    }
}
