package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.LongCell;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;

/**
 * Keeps one value per key, into which it reduces each record, and emits the values when the data has ended, each with the
 * timestamp of its key's last record.
 */
final class LastReduceOperator<T> implements FunctionOperator<T, T> {

    private static final String REDUCED = "reduced";

    private final ReduceFunction<T> function;
    private final UserFunction life;
    private Output<T> output;
    private KeyedState state;
    private ValueState<T> reduced;
    private LongCell timestamps;

    LastReduceOperator(ReduceFunction<T> function) {
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
        state = context.state();
        reduced = state.value(new ValueStateDescriptor<>(REDUCED));
        timestamps = state.longCell("timestamp");
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        T before = reduced.value();
        reduced.update(before == null ? value : ReduceOperator.reduce(function, before, value));
        if (timestamp != Batch.NO_TIMESTAMP) {
            timestamps.set(timestamp);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }

    @Override
    public boolean finish() {
        output.emitAll(new LastOfKeys<>(state, REDUCED, reduced::value, timestamps));
        return true;
    }
}
