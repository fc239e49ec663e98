package dev.millrace.cluster.metric;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.MetricFacts;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.TaskFacts;
import java.util.List;
import java.util.Map;

/** The metrics of jobs in the text format of Prometheus. Times and durations are in seconds, sizes in bytes. */
public final class PrometheusText {

    /** The media type of the text. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double MILLIS = 1_000;

    private final Families families = new Families();

    private PrometheusText() {}

    /** The page of some jobs. */
    public static String of(List<JobFacts> jobs) {
        PrometheusText text = new PrometheusText();
        jobs.forEach(text::job);
        jobs.forEach(text::tasks);
        jobs.forEach(text::operators);
        jobs.forEach(text::own);
        return text.families.text();
    }

    private void counter(String name, String help, Map<String, String> labels, double value) {
        String ending = name.endsWith("_total") ? "" : "_total";
        families.of("millrace_" + name + ending, "counter", help).add(labels, value);
    }

    private void gauge(String name, String help, Map<String, String> labels, double value) {
        families.of("millrace_" + name, "gauge", help).add(labels, value);
    }

    private static Map<String, String> labels(JobFacts job) {
        return Families.labels(Map.of(), "job", job.name(), "job_id", job.id());
    }

    private void job(JobFacts job) {
        Map<String, String> labels = labels(job);
        gauge("job_running", "Whether the job runs.", labels, job.status().equals("RUNNING") ? 1 : 0);
        gauge("job_uptime_seconds", "Time since the job was submitted.", labels, job.runtimeMillis() / MILLIS);
        counter("job_restarts", "How often tasks were started again after a failure.", labels, job.restarts());
        gauge(
                "job_tasks_stuck",
                "Tasks that are in one call of their code.",
                labels,
                job.stuck().size());
        for (JobFacts.ReadingFacts reading : job.readings()) {
            gauge(
                    "source_unread_ratio",
                    "Share of a bounded source that is still to be read.",
                    Families.labels(
                            labels,
                            "vertex",
                            job.vertices().get(reading.vertex()).name()),
                    reading.whole() == 0 ? 0 : reading.left() / reading.whole());
        }
        CheckpointFacts checkpoints = job.checkpoints();
        if (checkpoints.intervalMillis() > 0) {
            counter("checkpoints_completed", "Checkpoints that are complete.", labels, checkpoints.completed());
            counter("checkpoints_failed", "Checkpoints that failed.", labels, checkpoints.failed());
            gauge(
                    "checkpoint_last_duration_seconds",
                    "How long the last complete checkpoint took.",
                    labels,
                    checkpoints.lastDurationMillis() / MILLIS);
            gauge(
                    "checkpoint_last_size_bytes",
                    "Size of the last complete checkpoint.",
                    labels,
                    checkpoints.lastBytes());
            gauge(
                    "checkpoint_pending_seconds",
                    "How long the checkpoint has taken that is under way; 0 when there is none.",
                    labels,
                    checkpoints.pending() == null ? 0 : checkpoints.pending().forMillis() / MILLIS);
        }
    }

    private static Map<String, String> labels(JobFacts job, TaskFacts task) {
        return Families.labels(
                labels(job),
                "vertex",
                job.vertices().get(task.vertex()).name(),
                "subtask",
                Integer.toString(task.instance()));
    }

    private void tasks(JobFacts job) {
        for (TaskFacts task : job.tasks()) {
            Map<String, String> labels = labels(job, task);
            flow(job.vertices().get(task.vertex()), task, labels);
            time(task.time(), labels);
            eventTime(job, task, labels);
            gauge("task_channels", "Channels that lead out of the task.", labels, task.channelsOut());
            gauge(
                    "task_channels_full",
                    "Channels out of the task that have no room.",
                    labels,
                    task.full().size());
            gauge(
                    "task_overflow_records",
                    "Records that wait beside full channels.",
                    labels,
                    task.full().stream()
                            .mapToLong(TaskFacts.FullChannel::overflowRecords)
                            .sum());
        }
    }

    private void flow(VertexFacts vertex, TaskFacts task, Map<String, String> labels) {
        OperatorFacts first = task.operators().get(0);
        OperatorFacts last = task.operators().get(task.operators().size() - 1);
        String in = "Records that have come to the task, or were read by its source.";
        counter("task_records_in", in, labels, vertex.source() ? first.out() : first.in());
        counter("task_records_out", "Records that the last operator of the task has emitted.", labels, last.out());
        gauge(
                "task_records_in_per_second",
                "Records that come to the task in a second.",
                labels,
                vertex.source() ? first.outPerSecond() : first.inPerSecond());
        gauge("task_records_out_per_second", "Records that go from the task in a second.", labels, last.outPerSecond());
    }

    private void time(TaskFacts.TimeFacts time, Map<String, String> labels) {
        gauge(
                "task_busy_ms_per_second",
                "Share of the time in which the task works.",
                labels,
                time.busyMillisPerSecond());
        gauge(
                "task_backpressured_ms_per_second",
                "Share of the time in which the task waits for room.",
                labels,
                time.backPressuredMillisPerSecond());
        gauge(
                "task_idle_ms_per_second",
                "Share of the time in which nothing is to do.",
                labels,
                time.idleMillisPerSecond());
        counter("task_busy_seconds", "Time in which the task worked.", labels, time.busyMillis() / MILLIS);
        counter(
                "task_backpressured_seconds",
                "Time in which the task waited for room.",
                labels,
                time.backPressuredMillis() / MILLIS);
        counter("task_idle_seconds", "Time in which nothing was to do.", labels, time.idleMillis() / MILLIS);
    }

    private void eventTime(JobFacts job, TaskFacts task, Map<String, String> labels) {
        long watermark = task.eventTime().watermark();
        if (watermark != Long.MIN_VALUE && watermark != Long.MAX_VALUE) {
            gauge("task_watermark_seconds", "Event time of the task, since the epoch.", labels, watermark / MILLIS);
            gauge(
                    "task_watermark_lag_seconds",
                    "How far event time is behind the clock.",
                    labels,
                    (job.timeMillis() - watermark) / MILLIS);
        }
    }

    private void operators(JobFacts job) {
        for (TaskFacts task : job.tasks()) {
            for (OperatorFacts operator : task.operators()) {
                operator(operator, Families.labels(labels(job, task), "operator", operator.name()));
            }
        }
    }

    private void operator(OperatorFacts operator, Map<String, String> labels) {
        counter("operator_records_in", "Records that have come to the operator.", labels, operator.in());
        counter("operator_records_out", "Records that the operator has emitted.", labels, operator.out());
        counter(
                "operator_records_late",
                "Records that were dropped because they came too late.",
                labels,
                operator.late());
        if (operator.keyed()) {
            gauge("operator_state_rows", "Keys, and keys with namespaces, that have state.", labels, operator.rows());
            String timers = "Timers that have not fired.";
            Map<String, String> event = Families.labels(labels, "domain", "event_time");
            gauge("operator_timers", timers, event, operator.eventTimers().count());
            Map<String, String> processing = Families.labels(labels, "domain", "processing_time");
            gauge(
                    "operator_timers",
                    timers,
                    processing,
                    operator.processingTimers().count());
        }
    }

    private void own(JobFacts job) {
        for (TaskFacts task : job.tasks()) {
            for (MetricFacts metric : task.metrics()) {
                Map<String, String> labels = Families.labels(labels(job, task), "operator", metric.operator());
                metric.labels().forEach((name, value) -> labels.merge(Family.name(name), value, (one, other) -> one));
                own(Family.name(metric.name()), metric, labels);
            }
        }
    }

    private void own(String name, MetricFacts metric, Map<String, String> labels) {
        String help = "The program's metric " + metric.name() + ".";
        if (metric.value() instanceof MetricFacts.Count count) {
            counter("operator_" + name, help, labels, count.number());
        } else if (metric.value() instanceof MetricFacts.Level level) {
            gauge("operator_" + name, help, labels, level.number());
        } else if (metric.value() instanceof MetricFacts.Rate rate) {
            counter("operator_" + name, help, labels, rate.count());
            gauge("operator_" + name + "_per_second", help, labels, rate.perSecond());
        } else if (metric.value() instanceof MetricFacts.Spread spread) {
            Family summary = families.of("millrace_operator_" + name, "summary", help);
            for (MetricFacts.Quantile quantile : spread.values()) {
                summary.add(Families.labels(labels, "quantile", Double.toString(quantile.share())), quantile.value());
            }
            summary.add("_count", labels, spread.count());
        }
    }
}
