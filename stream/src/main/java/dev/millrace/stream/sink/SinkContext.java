package dev.millrace.stream.sink;

import dev.millrace.core.connector.CommitterInitContext;
import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.metric.MetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** What a sink's writer and committer see of their task. */
record SinkContext(OperatorContext context, OptionalLong restoredCheckpointId)
        implements WriterInitContext, CommitterInitContext {

    @Override
    public OptionalLong getRestoredCheckpointId() {
        return restoredCheckpointId;
    }

    @Override
    public JobInfo getJobInfo() {
        return context.job();
    }

    @Override
    public TaskInfo getTaskInfo() {
        return context.task();
    }

    @Override
    public MetricGroup metricGroup() {
        return context.metrics();
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return context.userClasses();
    }

    @Override
    public Clock clock() {
        return context.clock();
    }

    @Override
    public Mailbox mailbox() {
        return context.mailbox();
    }

    @Override
    public Executor background() {
        return context.background();
    }

    @Override
    public boolean isObjectReuseEnabled() {
        return context.objectReuse();
    }
}
