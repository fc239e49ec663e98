package dev.millrace.cluster.control;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A job that does what a test says, and remembers what it was asked. */
final class AskedJob implements JobHandle {

    final CompletableFuture<JobEnd> end = new CompletableFuture<>();
    final CompletableFuture<String> stopped = new CompletableFuture<>();
    volatile Boolean drained;
    private final String id;

    AskedJob(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
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
        end.completeExceptionally(new IllegalStateException("cancelled"));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<String> stop(boolean drain) {
        drained = drain;
        return stopped;
    }

    @Override
    public Map<String, Accumulator<?, ?>> accumulators() {
        return Map.of();
    }

    @Override
    public Map<String, Long> counts() {
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
    public void onReport(String channel, Consumer<Report> receiver) {}

    @Override
    public void taken(Report report, long position) {}
}
