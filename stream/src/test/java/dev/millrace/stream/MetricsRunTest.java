package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.metric.Counter;
import dev.millrace.core.metric.Gauge;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.MetricOptions;
import dev.millrace.core.rich.RichMapFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The metrics of a job that runs, system and user scope, at the port that one option opens. */
class MetricsRunTest {

    private static final class Measures extends RichMapFunction<Long, Long> {

        private transient Counter seen;
        private transient long last;

        @Override
        public void open(OpenContext openContext) {
            MetricGroup mine =
                    getRuntimeContext().getMetricGroup().addGroup("mine").addGroup("kind", "even");
            seen = mine.counter("seen");
            mine.gauge("last", (Gauge<Long>) () -> last);
            mine.gauge("broken", (Gauge<Long>) () -> {
                throw new IllegalStateException("a gauge that throws");
            });
        }

        @Override
        public Long map(Long value) {
            seen.inc();
            last = value;
            return value;
        }
    }

    @Test
    void oneOptionShowsTheMetricsOfTheProcessAndNothingElseDoes() throws Exception {
        int port = freePort();
        StreamExecutionEnvironment environment = Runs.environment(1);
        environment.configure(new Configuration().set(MetricOptions.PORT, port));
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1_000)),
                        WatermarkStrategy.forMonotonousTimestamps(),
                        "numbers")
                .map(new Measures())
                .name("measures")
                .sinkTo(new DiscardingSink<>())
                .name("sink");
        JobClient job = environment.executeAsync("measured");
        String text = untilShown(port, "/metrics", "operator=\"measures\",kind=\"even\"} ");
        String labels = "{job=\"measured\",job_id=\"" + job.getJobID()
                + "\",vertex=\"numbers -> measures -> sink\",subtask=\"0\"";
        assertThat(text)
                .contains("# TYPE millrace_task_records_in_total counter")
                .contains("\nmillrace_task_records_in_total" + labels + "} ")
                .contains(
                        "\nmillrace_operator_mine_kind_seen_total" + labels + ",operator=\"measures\",kind=\"even\"} ")
                .contains("\nmillrace_operator_mine_kind_last" + labels)
                .doesNotContain("broken");
        assertThat(shown(port, "/metrics.json"))
                .contains("\"name\":\"measured\"")
                .endsWith("}\n");
        job.cancel().get();
        untilClosed(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String shown(int port, String path) throws IOException {
        try (InputStream page = new URL("http://127.0.0.1:" + port + path).openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String untilShown(int port, String path, String expected) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String text = "";
        while (!text.contains(expected)) {
            assertThat(System.nanoTime()).as(text).isLessThan(deadline);
            try {
                text = shown(port, path);
            } catch (ConnectException notYet) {
                Thread.onSpinWait(); // the port is opened beside the job
            }
        }
        return text;
    }

    private static void untilClosed(int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        boolean open = true;
        while (open) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            try {
                shown(port, "/metrics");
            } catch (IOException closed) {
                open = false;
            }
        }
    }
}
