package dev.millrace.stream.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CollectTest {

    private final TypeSystem types = TypeSystem.create(CollectTest.class.getClassLoader());

    /** A job that ends and reports when the test says so. */
    private static final class Job implements JobHandle {

        private final CompletableFuture<JobEnd> end = new CompletableFuture<>();
        private final List<String> taken = new ArrayList<>();
        private Consumer<Report> receiver;
        private boolean cancelled;

        @Override
        public String id() {
            return "job";
        }

        @Override
        public JobStatus status() {
            return JobStatus.RUNNING;
        }

        @Override
        public CompletableFuture<JobEnd> end() {
            return end;
        }

        @Override
        public CompletableFuture<Void> cancel() {
            cancelled = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<String> stop(boolean drain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Long> counts() {
            return Map.of();
        }

        @Override
        public Map<String, Accumulator<?, ?>> accumulators() {
            return Map.of();
        }

        @Override
        public CompletableFuture<Diagnosis> why() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<JobFacts> facts(boolean metrics) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onReport(String channel, Consumer<Report> newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void taken(Report report, long position) {
            taken.add(report.attempt() + ": " + position);
        }
    }

    private void report(Job job, int attempt, CollectReport report) throws IOException {
        job.receiver.accept(new JobHandle.Report("c", 3, report.instance(), attempt, report.encoded(types)));
    }

    private static CollectReport report(int instance, long first, boolean exact, Object... records) {
        return new CollectReport(instance, first, exact, List.of(records));
    }

    private Collected<Object> attached(Job job) {
        Collected<Object> results = new Collected<>("c", CollectTest.class.getClassLoader());
        results.attach(job);
        return results;
    }

    @Test
    void repeatedReportsAreTakenOnceByTheirPosition() throws Exception {
        Job job = new Job();
        Collected<Object> results = attached(job);
        report(job, 0, report(0, 0, true, "a", "b"));
        report(job, 1, report(0, 1, true, "b", "c"));
        report(job, 0, report(1, 0, true, Tuple2.of("x", 1L)));
        job.end.complete(new JobHandle.JobEnd(1, Map.of(), Map.of(), CheckpointFacts.OFF));
        List<Object> all = new ArrayList<>();
        results.forEachRemaining(all::add);
        assertThat(all).containsExactly("a", "b", "c", Tuple2.of("x", 1L));
    }

    @Test
    void theOperatorIsToldHowFarTheProgramHasCome() throws Exception {
        Job job = new Job();
        Collected<Object> results = attached(job);
        report(job, 0, report(0, 0, true, "a", "b"));
        report(job, 0, report(0, 2, true, "c"));
        results.next();
        assertThat(job.taken).isEmpty();
        results.next();
        assertThat(job.taken).containsExactly("0: 2");
        report(job, 1, report(0, 2, true, "c", "d"));
        assertThat(job.taken)
                .as("a new attempt hears at once what is still unread")
                .containsExactly("0: 2", "1: 2");
        results.next();
        results.next();
        assertThat(job.taken).containsExactly("0: 2", "1: 2", "0: 3", "1: 4");
    }

    @Test
    void whatIsNotReadWhenTheProgramClosesIsDropped() throws Exception {
        Job job = new Job();
        Collected<Object> results = attached(job);
        report(job, 0, report(0, 0, true, "a", "b"));
        results.close();
        report(job, 0, report(0, 2, true, "c"));
        assertThat(results.hasNext()).isFalse();
    }

    @Test
    void whatIsUnreadIsCountedFromWhereTheProgramIs() {
        Unread unread = new Unread();
        unread.begin(100);
        unread.sent(110, 50);
        unread.sent(120, 60);
        assertThat(List.of(unread.records(), unread.bytes())).containsExactly(20L, 110L);
        unread.takenTo(90);
        assertThat(unread.records()).as("those of an attempt before, too").isEqualTo(30);
        unread.takenTo(110);
        assertThat(List.of(unread.records(), unread.bytes())).containsExactly(10L, 60L);
        unread.takenTo(120);
        assertThat(List.of(unread.records(), unread.bytes())).containsExactly(0L, 0L);
    }

    @Test
    void aRestartWithoutCheckpointsAfterResultsIsAnError() throws Exception {
        Job job = new Job();
        Collected<Object> results = attached(job);
        report(job, 0, report(0, 0, false, "a"));
        report(job, 1, report(0, 0, false, "a"));
        assertThat(results.next()).isEqualTo("a");
        assertThatThrownBy(results::hasNext).hasMessageContaining("without checkpoints");
    }

    @Test
    void aFailureOfTheJobComesOutOfTheIterator() {
        Job job = new Job();
        Collected<Object> results = attached(job);
        job.end.completeExceptionally(new IOException("disk gone"));
        assertThatThrownBy(results::hasNext).hasMessageContaining("disk gone").hasRootCauseMessage("disk gone");
    }

    @Test
    void closingCancelsAJobThatHasNotEnded() {
        Job job = new Job();
        attached(job).close();
        assertThat(job.cancelled).isTrue();
    }

    @Test
    void anIteratorOfAJobThatWasNotStartedSaysSo() {
        Collected<Object> results = new Collected<>("c", CollectTest.class.getClassLoader());
        assertThatThrownBy(results::hasNext).hasMessageContaining("execute");
    }
}
