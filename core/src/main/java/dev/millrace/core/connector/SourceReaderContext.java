package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.time.Clock;
import java.util.concurrent.Executor;

/** What the engine gives to a reader. Used by the reader's thread only, but for the mailbox and the executor. */
@ModelApi
public interface SourceReaderContext {

    MetricGroup metricGroup();

    /** The configuration of the job. */
    Configuration getConfiguration();

    String getLocalHostName();

    /** The number of this reader, from 0. */
    int getIndexOfSubtask();

    int currentParallelism();

    /** Asks the enumerator for a split; the answer comes through {@code addSplits} or {@code notifyNoMoreSplits}. */
    void sendSplitRequest();

    /** Sends an event of the source's own to the enumerator. */
    void sendSourceEventToCoordinator(SourceEvent sourceEvent);

    ClassLoader getUserCodeClassLoader();

    Clock clock();

    /** Calls into the reader's thread, at once or at a time. */
    Mailbox mailbox();

    /** Runs things beside the reader's thread; they come back through the mailbox. */
    Executor background();
}
