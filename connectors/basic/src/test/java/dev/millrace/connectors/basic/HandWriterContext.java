package dev.millrace.connectors.basic;

import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** What a writer is given, on one thread. */
public record HandWriterContext(String jobId, int index, int parallelism, int attempt, HandClock hand)
        implements WriterInitContext, CommitterInitContext {

    @Override
    public OptionalLong getRestoredCheckpointId() {
        return OptionalLong.empty();
    }

    @Override
    public JobInfo getJobInfo() {
        return new JobInfo(jobId, "job");
    }

    @Override
    public TaskInfo getTaskInfo() {
        return new TaskInfo("sink", 128, index, parallelism, attempt);
    }

    @Override
    public MetricGroup metricGroup() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return HandWriterContext.class.getClassLoader();
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

    @Override
    public boolean isObjectReuseEnabled() {
        return false;
    }
}
