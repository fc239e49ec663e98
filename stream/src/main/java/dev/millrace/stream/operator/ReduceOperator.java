package dev.millrace.stream.operator;

import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;

/** Keeps one value per key, into which it reduces each record, and emits the value after each. */
final class ReduceOperator<T> implements FunctionOperator<T, T> {

    private final ReduceFunction<T> function;
    private final UserFunction life;
    private Output<T> output;
    private ValueState<T> reduced;

    ReduceOperator(ReduceFunction<T> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<T> output) throws Exception {
        this.output = output;
        reduced = context.state().value(new ValueStateDescriptor<>("reduced"));
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        T before = reduced.value();
        T after = before == null ? value : reduce(function, before, value);
        reduced.update(after);
        output.emit(after, timestamp);
    }

    static <T> T reduce(ReduceFunction<T> function, T before, T value) throws Exception {
        T after = function.reduce(before, value);
        if (after == null) {
            throw new NullPointerException("the reduce function returned null for " + before + " and " + value
                    + "; it must return what both come to");
        }
        return after;
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
