package dev.millrace.runtime.source;

import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.time.Clock;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.chain.ChainServices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.concurrent.Executor;

/** What a reader sees of its task. */
final class ReaderContext implements SourceReaderContext {
    private final ChainServices services;
    private final TaskDeployment deployment;
    private final MetricGroup metrics;

    ReaderContext(ChainServices services, MetricGroup metrics) {
        this.services = services;
        this.deployment = services.deployment();
        this.metrics = metrics;
    }

    @Override
    public MetricGroup metricGroup() {
        return metrics;
    }

    @Override
    public Configuration getConfiguration() {
        return Configuration.fromMap(deployment.settings().globalParameters());
    }

    @Override
    public String getLocalHostName() {
        return services.host().hostName();
    }

    @Override
    public int getIndexOfSubtask() {
        return deployment.id().instance();
    }

    @Override
    public int currentParallelism() {
        return deployment.vertex().parallelism();
    }

    @Override
    public void sendSplitRequest() {
        services.events().sourceRequest(deployment.id(), new SourceRequest.Split(getLocalHostName()));
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent sourceEvent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sourceEvent);
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "source event " + sourceEvent.getClass().getName()
                            + " cannot be sent; all its fields must be Serializable",
                    failure);
        }
        services.events().sourceRequest(deployment.id(), new SourceRequest.Event(bytes.toByteArray()));
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return deployment.userClasses();
    }

    @Override
    public Clock clock() {
        return services.host().clock();
    }

    @Override
    public Mailbox mailbox() {
        return services.mailbox();
    }

    @Override
    public Executor background() {
        return services.host().background();
    }
}
