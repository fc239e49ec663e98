package dev.millrace.cluster.local;

import dev.millrace.cluster.metric.MetricsEndpoint;
import dev.millrace.core.plan.JobHandle;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports at which the metrics of this process are shown, each opened by the first job that wants it. A job runs also when
 * its port cannot be had. Safe for use by any thread.
 */
final class ShownMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(ShownMetrics.class);
    private static final int ANY = 0;

    private final Executor threads;
    private final Supplier<? extends Collection<JobHandle>> jobs;
    private final Map<Integer, Lazy<MetricsEndpoint>> byPort = new ConcurrentSkipListMap<>();

    /**
     * @param threads daemons, which the endpoints' own threads become too
     */
    ShownMetrics(Executor threads, Supplier<? extends Collection<JobHandle>> jobs) {
        this.threads = threads;
        this.jobs = jobs;
    }

    /** Opens a port in the background, unless it is open. */
    void show(int port) {
        Lazy<MetricsEndpoint> endpoint = byPort.computeIfAbsent(port, wanted -> new Lazy<>(() -> open(wanted)));
        threads.execute(endpoint::get);
    }

    private MetricsEndpoint open(int port) {
        try {
            MetricsEndpoint endpoint = MetricsEndpoint.open(port, threads, jobs);
            if (port == ANY) {
                LOG.warn("Metrics are at {}", endpoint.address()); // a warning, because nobody could know otherwise
            } else {
                LOG.info("Metrics are at {}", endpoint.address());
            }
            return endpoint;
        } catch (IOException | IllegalArgumentException failure) {
            LOG.warn("Metrics cannot be shown at port {}: {}; choose another metrics.port", port, failure.toString());
            return null;
        }
    }

    /** Closes all ports. */
    void close() {
        byPort.values().forEach(lazy -> {
            MetricsEndpoint endpoint = lazy.get();
            if (endpoint != null) {
                endpoint.close();
            }
        });
    }
}
