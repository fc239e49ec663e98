package dev.millrace.runtime.chain;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.function.DistributedCache;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.operator.Mailbox;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Timers;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.time.Clock;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.runtime.TaskDeployment;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** What one operator sees of its task. */
final class LinkContext implements OperatorContext {
    private final ChainServices services;
    private final TaskDeployment deployment;
    private final String name;
    private final KeyedState state;
    private final Timers timers;
    private final LongSupplier watermark;
    private final OperatorMetricGroup metrics;

    /**
     * @param state the keyed state, or null when the operator has none
     * @param watermark the event time that has come to the operator
     */
    LinkContext(ChainServices services, String name, KeyedState state, Timers timers, LongSupplier watermark) {
        this.services = services;
        this.deployment = services.deployment();
        this.name = name;
        this.state = state;
        this.timers = timers;
        this.watermark = watermark;
        this.metrics = services.metrics().of(name);
    }

    @Override
    public JobInfo job() {
        return deployment.job();
    }

    @Override
    public TaskInfo task() {
        Vertex vertex = deployment.vertex();
        return new TaskInfo(
                name,
                vertex.maxParallelism(),
                deployment.id().instance(),
                vertex.parallelism(),
                deployment.id().attempt());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyedState state() {
        return required(state, "keyed state");
    }

    @Override
    public Timers timers() {
        return required(timers, "timers");
    }

    @Override
    public long currentWatermark() {
        return watermark.getAsLong();
    }

    private <T> T required(T part, String what) {
        if (part == null) {
            throw new IllegalStateException(
                    "operator '" + name + "' has no " + what + ", because its input has no keys; use keyBy before it");
        }
        return part;
    }

    @Override
    public OptionalLong restoredCheckpoint() {
        return deployment.restore() == null
                ? OptionalLong.empty()
                : OptionalLong.of(deployment.restore().checkpointId());
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

    @Override
    public Memory memory() {
        return services.host().memory();
    }

    @Override
    public OperatorMetricGroup metrics() {
        return metrics;
    }

    @Override
    public TypeSystem types() {
        return deployment.types();
    }

    @Override
    public ClassLoader userClasses() {
        return deployment.userClasses();
    }

    @Override
    public DistributedCache cachedFiles() {
        return new DistributedCache(deployment.settings().cachedFiles());
    }

    @Override
    public boolean objectReuse() {
        return deployment.settings().objectReuse();
    }

    @Override
    public Map<String, String> globalParameters() {
        return deployment.settings().globalParameters();
    }

    @Override
    public void accumulator(String accumulatorName, Accumulator<?, ?> accumulator) {
        services.accumulators().add(accumulatorName, accumulator);
    }

    @Override
    public Accumulator<?, ?> accumulator(String accumulatorName) {
        return services.accumulators().get(accumulatorName);
    }

    @Override
    public void report(String channel, byte[] bytes) {
        services.events().report(deployment.id(), channel, bytes);
    }
}
