package dev.millrace.connectors.basic;

import dev.millrace.core.connector.SourceEvent;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.time.Clock;
import java.util.concurrent.Executor;

/** What a reader is given, on one thread. */
public record HandReaderContext(int index, int parallelism, HandClock hand, Runnable splitRequest)
        implements SourceReaderContext {

    @Override
    public MetricGroup metricGroup() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getConfiguration() {
        return new Configuration();
    }

    @Override
    public String getLocalHostName() {
        return "here";
    }

    @Override
    public int getIndexOfSubtask() {
        return index;
    }

    @Override
    public int currentParallelism() {
        return parallelism;
    }

    @Override
    public void sendSplitRequest() {
        splitRequest.run();
    }

    @Override
    public void sendSourceEventToCoordinator(SourceEvent sourceEvent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return HandReaderContext.class.getClassLoader();
    }

    @Override
    public Clock clock() {
        return hand;
    }

    @Override
    public Mailbox mailbox() {
        return hand;
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }
}
