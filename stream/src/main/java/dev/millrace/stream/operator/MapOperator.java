package dev.millrace.stream.operator;

import dev.millrace.core.function.MapFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;

/** Emits what a function makes of each record. */
final class MapOperator<I, O> implements FunctionOperator<I, O> {

    private final MapFunction<I, O> function;
    private final UserFunction life;
    private Output<O> output;

    MapOperator(MapFunction<I, O> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<O> output) throws Exception {
        this.output = output;
        life.open(context);
    }

    @Override
    public void onRecord(int input, I value, long timestamp) throws Exception {
        output.emit(function.map(value), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
