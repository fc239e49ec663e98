package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.time.Clock;
import java.util.concurrent.Executor;

/** What the reader of one source is given: all that the reader of the whole has, and a way to its own enumerator. */
record StageReaderContext(int index, SourceReaderContext real) implements SourceReaderContext {

    @Override
    public MetricGroup metricGroup() {
        return real.metricGroup();
    }

    @Override
    public Configuration getConfiguration() {
        return real.getConfiguration();
    }

    @Override
    public String getLocalHostName() {
        return real.getLocalHostName();
    }

    @Override
    public int getIndexOfSubtask() {
        return real.getIndexOfSubtask();
    }

    @Override
    public int currentParallelism() {
        return real.currentParallelism();
    }

    @Override
    public void sendSplitRequest() {
        real.sendSplitRequest();
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent sourceEvent) {
        real.sendSourceEventToCoordinator(new SeamEvent.Inner(index, sourceEvent));
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return real.getUserCodeClassLoader();
    }

    @Override
    public Clock clock() {
        return real.clock();
    }

    @Override
    public Mailbox mailbox() {
        return real.mailbox();
    }

    @Override
    public Executor background() {
        return real.background();
    }
}
