package dev.millrace.stream.operator;

import dev.millrace.core.accumulator.Accumulator;
import dev.millrace.core.accumulator.DoubleCounter;
import dev.millrace.core.accumulator.Histogram;
import dev.millrace.core.accumulator.IntCounter;
import dev.millrace.core.accumulator.LongCounter;
import dev.millrace.core.function.DistributedCache;
import dev.millrace.core.function.JobInfo;
import dev.millrace.core.function.TaskInfo;
import dev.millrace.core.metric.OperatorMetricGroup;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.rich.RuntimeContext;
import dev.millrace.core.state.AggregatingState;
import dev.millrace.core.state.AggregatingStateDescriptor;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.state.MapState;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.state.ReducingState;
import dev.millrace.core.state.ReducingStateDescriptor;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Supplier;

/** The runtime context of the functions of one operator instance, drawn from its operator context. */
public final class TaskRuntimeContext implements RuntimeContext {

    private final OperatorContext context;

    public TaskRuntimeContext(OperatorContext context) {
        this.context = context;
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
    public OperatorMetricGroup getMetricGroup() {
        return context.metrics();
    }

    @Override
    public boolean isObjectReuseEnabled() {
        return context.objectReuse();
    }

    @Override
    public Map<String, String> getGlobalJobParameters() {
        return context.globalParameters();
    }

    @Override
    public DistributedCache getDistributedCache() {
        return context.cachedFiles();
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return context.userClasses();
    }

    @Override
    public <V, A extends Serializable> void addAccumulator(String name, Accumulator<V, A> accumulator) {
        if (context.accumulator(name) != null) {
            throw new UnsupportedOperationException(
                    "this task has an accumulator '" + name + "' already; use another name");
        }
        context.accumulator(name, accumulator);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows what it added under this name
    public <V, A extends Serializable> Accumulator<V, A> getAccumulator(String name) {
        return (Accumulator<V, A>) context.accumulator(name);
    }

    @Override
    public IntCounter getIntCounter(String name) {
        return accumulator(name, IntCounter.class, IntCounter::new);
    }

    @Override
    public LongCounter getLongCounter(String name) {
        return accumulator(name, LongCounter.class, LongCounter::new);
    }

    @Override
    public DoubleCounter getDoubleCounter(String name) {
        return accumulator(name, DoubleCounter.class, DoubleCounter::new);
    }

    @Override
    public Histogram getHistogram(String name) {
        return accumulator(name, Histogram.class, Histogram::new);
    }

    private <A extends Accumulator<?, ?>> A accumulator(String name, Class<A> kind, Supplier<A> maker) {
        Accumulator<?, ?> there = context.accumulator(name);
        if (there == null) {
            A made = maker.get();
            context.accumulator(name, made);
            return made;
        }
        if (!kind.isInstance(there)) {
            throw new IllegalArgumentException("the accumulator '" + name + "' is a "
                    + there.getClass().getSimpleName() + " and cannot be asked for as " + kind.getSimpleName());
        }
        return kind.cast(there);
    }

    /** Asked for late: where there are no keys, only the question for state is an error. */
    private StateStore state() {
        return new StateStore(context.state(), context.clock());
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> descriptor) {
        return state().getState(descriptor);
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> descriptor) {
        return state().getListState(descriptor);
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> descriptor) {
        return state().getReducingState(descriptor);
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> descriptor) {
        return state().getAggregatingState(descriptor);
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> descriptor) {
        return state().getMapState(descriptor);
    }
}
