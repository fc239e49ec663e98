package dev.millrace.cluster.client;

import dev.millrace.cluster.protocol.ControlMessage.AskFacts;
import dev.millrace.cluster.protocol.ControlMessage.CancelJob;
import dev.millrace.cluster.protocol.ControlMessage.FactsOfJob;
import dev.millrace.cluster.protocol.ControlMessage.JobEnded;
import dev.millrace.cluster.protocol.ControlMessage.ReportTaken;
import dev.millrace.cluster.protocol.ControlMessage.Reported;
import dev.millrace.cluster.protocol.ControlMessage.StopJob;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.SerialExecutor;
import dev.millrace.cluster.why.Diagnostics;
import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobAbandonedException;
import dev.millrace.core.plan.JobFailedException;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.JobStatus;
import dev.millrace.runtime.TaskId;
import dev.millrace.runtime.TaskTally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A submitted job as its user sees it. Any thread may use it; what the job manager says, and what the user asked to be
 * called with, run one after the other on an executor of their own, so that a slow user stops nobody else.
 */
final class SubmittedJob implements JobHandle {

    /** So many reports wait for a receiver on their channel; without one, further ones are dropped. */
    private static final int UNCLAIMED_REPORTS_MAX = 1 << 20;

    private final String id;
    private final String name;
    private final JobClient client;
    private final Executor serial;
    private final KnownTally tally;
    private final CompletableFuture<JobEnd> end = new CompletableFuture<>();
    private final Map<String, Consumer<Report>> receivers = new LinkedHashMap<>();
    private final List<Report> unclaimed = new ArrayList<>();
    private final List<CompletableFuture<String>> stops = new ArrayList<>();
    private final Questions questions = new Questions();
    private final ClassLoader userClasses;
    private volatile JobStatus status = JobStatus.CREATED;

    SubmittedJob(String id, String name, ClassLoader userClasses, JobClient client, Executor background) {
        this.id = id;
        this.name = name;
        this.userClasses = userClasses;
        this.client = client;
        this.serial = new SerialExecutor(background);
        this.tally = new KnownTally(userClasses);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public JobStatus status() {
        return status;
    }

    @Override
    public CompletableFuture<JobEnd> end() {
        return end.copy();
    }

    @Override
    public CompletableFuture<Void> cancel() {
        client.request(new CancelJob(id));
        return end.handle((ended, thrown) -> null);
    }

    @Override
    public CompletableFuture<String> stop(boolean drain) {
        CompletableFuture<String> stop = new CompletableFuture<>();
        serial.execute(() -> {
            if (end.isDone()) {
                stop.completeExceptionally(new IllegalStateException(hasEnded()));
            } else {
                stops.add(stop);
                client.request(new StopJob(id, drain));
            }
        });
        return stop;
    }

    @Override
    public Map<String, Accumulator<?, ?>> accumulators() {
        return tally.merged().accumulators();
    }

    @Override
    public Map<String, Long> counts() {
        return tally.merged().counts();
    }

    @Override
    public CompletableFuture<JobFacts> facts(boolean metrics) {
        CompletableFuture<JobFacts> answer = new CompletableFuture<>();
        serial.execute(() -> {
            long request = questions.ask(answer);
            if (end.isDone()) {
                questions.refuse(hasEnded());
            } else {
                client.request(new AskFacts(id, request, metrics));
            }
        });
        return answer;
    }

    @Override
    public CompletableFuture<Diagnosis> why() {
        return facts(false).thenApply(Diagnostics::of);
    }

    private String hasEnded() {
        return "job '" + name + "' has ended; it is " + status;
    }

    @Override
    public void onReport(String channel, Consumer<Report> receiver) {
        serial.execute(() -> {
            receivers.put(channel, receiver);
            List<Report> waiting =
                    unclaimed.stream().filter(r -> r.channel().equals(channel)).toList();
            unclaimed.removeAll(waiting);
            waiting.forEach(receiver);
        });
    }

    @Override
    public void taken(Report report, long position) {
        TaskId task = new TaskId(id, report.vertex(), report.instance(), report.attempt());
        client.request(new ReportTaken(task, report.channel(), position));
    }

    // ---- what the job manager says; called on the client's thread

    void statusChanged(JobStatus changed) {
        serial.execute(() -> status = changed);
    }

    void reported(Reported message) {
        TaskId task = message.task();
        Report report = new Report(message.channel(), task.vertex(), task.instance(), task.attempt(), message.bytes());
        serial.execute(() -> {
            Consumer<Report> receiver = receivers.get(report.channel());
            if (receiver != null) {
                receiver.accept(report);
            } else if (unclaimed.size() < UNCLAIMED_REPORTS_MAX) {
                unclaimed.add(report);
            }
        });
    }

    void accumulated(TaskId task, byte[] values) {
        serial.execute(() -> tally.ofTask(task, values));
    }

    void answered(FactsOfJob message) {
        serial.execute(() -> questions.answered(message.request(), message.facts()));
    }

    void stopped(String path, Failure failure) {
        serial.execute(() -> {
            for (CompletableFuture<String> stop : stops) {
                if (failure == null) {
                    stop.complete(path);
                } else {
                    stop.completeExceptionally(failure.cause(userClasses));
                }
            }
            stops.clear();
        });
    }

    void ended(JobEnded message) {
        serial.execute(() -> {
            status = message.status();
            tally.ofJob(message.tally());
            if (status == JobStatus.FINISHED) {
                TaskTally whole = tally.merged();
                end.complete(new JobEnd(
                        message.runtimeMillis(), whole.accumulators(), whole.counts(), message.checkpoints()));
            } else if (status == JobStatus.FAILED) {
                end.completeExceptionally(failed(message.failure(), message.remark()));
            } else {
                end.completeExceptionally(new JobAbandonedException(name, id, status));
            }
            questions.refuse(hasEnded());
            stops.forEach(stop -> stop.completeExceptionally(
                    new IllegalStateException("job '" + name + "' ended, " + status + ", before it could stop")));
            stops.clear();
        });
    }

    void lost(Throwable fault) {
        serial.execute(() -> {
            status = JobStatus.FAILED;
            String message = "job '" + name + "' is lost: its cluster has a fault";
            end.completeExceptionally(new JobFailedException(id, message, null, null, null, fault));
            questions.refuse(message);
        });
    }

    private JobFailedException failed(Failure failure, String remark) {
        Failure.Place place = failure.place();
        String message = "job '" + name + "' failed: " + failure + "; it was not started again because " + remark;
        return new JobFailedException(
                id,
                message,
                place == null ? null : place.vertex(),
                place == null ? null : place.operator(),
                place == null ? null : place.record(),
                failure.cause(userClasses));
    }
}
