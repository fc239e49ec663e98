package dev.millrace.cluster.metric;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.millrace.core.fact.JobFacts;
import dev.millrace.core.plan.JobHandle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows the metrics of the jobs of this process at a port of this machine, to those on this machine: {@code /metrics} for
 * Prometheus, {@code /metrics.json} as JSON. Safe for use by any thread.
 */
public final class MetricsEndpoint implements AutoCloseable {

    private static final int ANY_BACKLOG = 0;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    /** A job that says nothing for so long is left out. */
    private static final long ANSWER_MILLIS_MAX = 5_000;

    private static final String ELSEWHERE =
            "Metrics are at /metrics, in the text format of Prometheus, and at /metrics.json\n";

    private final HttpServer server;
    private final Supplier<? extends Collection<JobHandle>> jobs;

    private MetricsEndpoint(HttpServer server, Supplier<? extends Collection<JobHandle>> jobs) {
        this.server = server;
        this.jobs = jobs;
    }

    /**
     * Opens an endpoint. The server's own thread lives until {@link #close}, and keeps the process alive only when the calling
     * thread does.
     *
     * @param port 0 for any that is free
     * @param threads answers requests, which may wait for jobs
     * @param jobs those that run now
     * @throws IOException when the port cannot be had
     */
    public static MetricsEndpoint open(int port, Executor threads, Supplier<? extends Collection<JobHandle>> jobs)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, ANY_BACKLOG);
        MetricsEndpoint endpoint = new MetricsEndpoint(server, jobs);
        server.setExecutor(threads);
        server.createContext("/", endpoint::answer);
        server.start();
        return endpoint;
    }

    /** Where the metrics are. */
    public String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/metrics";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                reply(exchange, NOT_ALLOWED, PrometheusText.MEDIA_TYPE, "Use GET\n");
            } else if (path.equals("/metrics")) {
                reply(exchange, OK, PrometheusText.MEDIA_TYPE, text(PrometheusText::of));
            } else if (path.equals("/metrics.json")) {
                reply(exchange, OK, JsonText.MEDIA_TYPE, text(JsonText::of));
            } else {
                reply(exchange, NOT_FOUND, PrometheusText.MEDIA_TYPE, ELSEWHERE);
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String mediaType, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String text(Function<List<JobFacts>, String> form) {
        List<CompletableFuture<JobFacts>> asked =
                jobs.get().stream().map(job -> job.facts(true)).toList();
        List<JobFacts> facts = new ArrayList<>();
        for (CompletableFuture<JobFacts> answer : asked) {
            try {
                facts.add(answer.get(ANSWER_MILLIS_MAX, TimeUnit.MILLISECONDS));
            } catch (ExecutionException | TimeoutException gone) {
                continue; // the job has ended since, or its cluster has a fault
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return form.apply(facts);
            }
        }
        return form.apply(facts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
