package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.rich.RuntimeContext;
import dev.millrace.core.state.State;
import dev.millrace.core.state.StateDescriptor;
import dev.millrace.stream.operator.StateStore;
import dev.millrace.stream.operator.TaskRuntimeContext;

/** What operators of a program's own extend: it knows the output, the task and the state. */
@ModelApi
public abstract class AbstractStreamOperator<OUT> implements StreamOperator<OUT> {
    private static final long serialVersionUID = 1;

    /** Where records go; there from before {@link #open}. */
    protected transient Output<StreamRecord<OUT>> output;

    /** Kept as a value only. */
    protected ChainingStrategy chainingStrategy = ChainingStrategy.ALWAYS;

    private transient OperatorContext context;
    private transient TaskRuntimeContext runtimeContext;

    void setup(OperatorContext newContext, Output<StreamRecord<OUT>> newOutput) {
        context = newContext;
        output = newOutput;
        runtimeContext = new TaskRuntimeContext(newContext);
    }

    /** Gets state; called before {@link #open}. */
    public void initializeState(StateInitializationContext stateContext) throws Exception {}

    /** Brings state up to date, before it is written. */
    public void snapshotState(StateSnapshotContext stateContext) throws Exception {}

    @Override
    public void open() throws Exception {}

    @Override
    public void finish() throws Exception {}

    @Override
    public void close() throws Exception {}

    /** Event time has come to a watermark: it is passed on. */
    public void processWatermark(Watermark mark) throws Exception {
        output.emitWatermark(mark);
    }

    /** Of two inputs the lower watermark counts, which {@link #processWatermark} takes. */
    public void processWatermark1(Watermark mark) throws Exception {}

    /** See {@link #processWatermark1}. */
    public void processWatermark2(Watermark mark) throws Exception {}

    public RuntimeContext getRuntimeContext() {
        return runtimeContext;
    }

    public ExecutionConfig getExecutionConfig() {
        return runtimeContext.getExecutionConfig();
    }

    public ClassLoader getUserCodeClassloader() {
        return context.userClasses();
    }

    /** The state of the key that is being worked on. */
    protected <S extends State> S getPartitionedState(StateDescriptor<S, ?> descriptor) {
        return new StateStore(context.state(), context.clock()).get(descriptor);
    }

    /** The key that is being worked on. */
    public Object getCurrentKey() {
        return context.state().key();
    }

    /** Works on another key from now on. */
    public void setCurrentKey(Object key) {
        context.state().useKey(key);
    }

    /** The name that plans and errors show. */
    protected String getOperatorName() {
        return context.name();
    }

    public final void setChainingStrategy(ChainingStrategy strategy) {
        chainingStrategy = strategy;
    }

    public final ChainingStrategy getChainingStrategy() {
        return chainingStrategy;
    }
}
