package dev.millrace.cluster.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.fact.JobFacts.NamedOperator;
import dev.millrace.core.fact.JobFacts.VertexFacts;
import dev.millrace.core.fact.MetricFacts;
import dev.millrace.core.fact.MetricFacts.Count;
import dev.millrace.core.fact.MetricFacts.Level;
import dev.millrace.core.fact.MetricFacts.Quantile;
import dev.millrace.core.fact.MetricFacts.Rate;
import dev.millrace.core.fact.MetricFacts.Spread;
import dev.millrace.core.fact.OperatorFacts;
import dev.millrace.core.fact.OperatorFacts.TimerFacts;
import dev.millrace.core.fact.TaskFacts;
import dev.millrace.core.fact.TaskFacts.Activity;
import dev.millrace.core.fact.TaskFacts.BarrierFacts;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.fact.TaskFacts.FullChannel;
import dev.millrace.core.fact.TaskFacts.TimeFacts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts in which metrics are shown. */
class MetricTextsTest {

    /** A line of the text format of Prometheus, version 0.0.4. */
    private static final Pattern LINE = Pattern.compile("# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*"
            + "|# TYPE [a-zA-Z_:][a-zA-Z0-9_:]* (counter|gauge|summary)"
            + "|[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\""
            + "(,[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\n]|\\\\[\\\\\"n])*\")*})? (-?[0-9.eE+-]+|NaN|[+-]Inf)");

    private static JobFacts job(MetricFacts... metrics) {
        OperatorFacts operator = new OperatorFacts(
                "sum\"s\\", 7, 5, 2, false, 1_500, true, 3, new TimerFacts(4, 2_000), TimerFacts.NONE, 0.5, 0.25);
        TaskFacts task = new TaskFacts(
                0,
                1,
                0,
                Activity.WORKING,
                false,
                new TimeFacts(1_500, 250, 0, 600, 400, 0),
                new EventTimeFacts(1_500, false, 0, 0),
                new BarrierFacts(3, -1, 0),
                List.of(operator),
                List.of(),
                List.of(new FullChannel(0, 0, 12)),
                2,
                0,
                List.of(metrics));
        VertexFacts vertex = new VertexFacts("sums\nof all", 2, false, false, List.of(new NamedOperator("sum", true)));
        return new JobFacts(
                "0f",
                "my \"job\"",
                "RUNNING",
                false,
                2_000,
                9_000,
                1,
                List.of(vertex),
                List.of(),
                List.of(task),
                List.of(),
                List.of(),
                new CheckpointFacts(1_000, 3, 1, 4, 30, 2_048, null));
    }

    @Test
    void namesAndValuesAreThoseOfTheFormat() {
        String text = PrometheusText.of(List.of(job()));
        String of = "{job=\"my \\\"job\\\"\",job_id=\"0f\"";
        String ofTask = of + ",vertex=\"sums\\nof all\",subtask=\"1\"";
        assertThat(text)
                .contains("# HELP millrace_task_records_in_total Records that have come to the task,")
                .contains("# TYPE millrace_task_records_in_total counter\n")
                .contains("\nmillrace_job_restarts_total" + of + "} 1\n")
                .contains("\nmillrace_checkpoint_last_duration_seconds" + of + "} 0.03\n")
                .contains("\nmillrace_checkpoint_last_size_bytes" + of + "} 2048\n")
                .contains("\nmillrace_task_records_in_total" + ofTask + "} 7\n")
                .contains("\nmillrace_task_records_in_per_second" + ofTask + "} 0.5\n")
                .contains("\nmillrace_task_busy_ms_per_second" + ofTask + "} 600\n")
                .contains("\nmillrace_task_backpressured_seconds_total" + ofTask + "} 0.25\n")
                .contains("\nmillrace_task_watermark_lag_seconds" + ofTask + "} 0.5\n")
                .contains("\nmillrace_task_overflow_records" + ofTask + "} 12\n")
                .contains("\nmillrace_operator_records_late_total" + ofTask + ",operator=\"sum\\\"s\\\\\"} 2\n")
                .contains("\nmillrace_operator_timers" + ofTask
                        + ",operator=\"sum\\\"s\\\\\",domain=\"event_time\"} 4\n");
        assertLawful(text);
    }

    @Test
    void metricsOfProgramsAreCountersGaugesAndSummaries() {
        String text = PrometheusText.of(List.of(job(
                new MetricFacts("op", "read.by-kind", new TreeMap<>(Map.of("kind", "a", "2nd", "b")), new Count(3)),
                new MetricFacts("op", "fill", Map.of(), new Level(Double.POSITIVE_INFINITY)),
                new MetricFacts("op", "calls", Map.of(), new Rate(9, 1.5)),
                new MetricFacts("op", "calls_total", Map.of(), new Level(1)),
                new MetricFacts(
                        "op",
                        "latency",
                        Map.of("job", "taken"),
                        new Spread(8, 2, 1, 4, List.of(new Quantile(0.5, 2), new Quantile(0.99, 4)))))));
        String of = "{job=\"my \\\"job\\\"\",job_id=\"0f\",vertex=\"sums\\nof all\",subtask=\"1\",operator=\"op\"";
        assertThat(text)
                .contains("\nmillrace_operator_read_by_kind_total" + of + ",_2nd=\"b\",kind=\"a\"} 3\n")
                .contains("\nmillrace_operator_fill" + of + "} +Inf\n")
                .contains("\nmillrace_operator_calls_total" + of + "} 9\n")
                .contains("\nmillrace_operator_calls_per_second" + of + "} 1.5\n")
                .contains("\nmillrace_operator_calls_total_gauge" + of + "} 1\n")
                .contains("# TYPE millrace_operator_latency summary\nmillrace_operator_latency" + of
                        + ",quantile=\"0.5\"} 2\n")
                .contains("\nmillrace_operator_latency_count" + of + "} 8\n");
        assertLawful(text);
    }

    @Test
    void samplesOfAMetricStandTogetherAlsoOfSeveralJobs() {
        String text = PrometheusText.of(List.of(job(), job()));
        assertThat(text.lines().filter(line -> line.startsWith("# TYPE millrace_job_running ")))
                .hasSize(1);
        assertThat(text)
                .contains("# TYPE millrace_job_running gauge\nmillrace_job_running{")
                .contains("} 1\nmillrace");
        assertLawful(text);
    }

    private static void assertLawful(String text) {
        assertThat(text).endsWith("\n");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).matches(LINE));
    }

    @Test
    void jsonHasRecordsAsObjectsAndNoTimesThatAreNone() {
        String json = JsonText.of(List.of(job(new MetricFacts("op", "fill", Map.of("k", "v"), new Level(Double.NaN)))));
        assertThat(json)
                .startsWith(
                        "{\"jobs\":[{\"id\":\"0f\",\"name\":\"my \\\"job\\\"\",\"status\":\"RUNNING\",\"batch\":false,")
                .contains("\"vertices\":[{\"name\":\"sums\\u000aof all\",\"parallelism\":2,")
                .contains(
                        "\"edges\":[],\"tasks\":[{\"vertex\":0,\"instance\":1,\"attempt\":0,\"activity\":\"WORKING\",")
                .contains("\"eventTimers\":{\"count\":4,\"earliestMillis\":2000}")
                .contains("\"processingTimers\":{\"count\":0,\"earliestMillis\":null}")
                .contains("\"metrics\":[{\"operator\":\"op\",\"name\":\"fill\",\"labels\":{\"k\":\"v\"},"
                        + "\"value\":{\"number\":null}}]")
                .endsWith("\"pending\":null}}]}\n");
    }
}
