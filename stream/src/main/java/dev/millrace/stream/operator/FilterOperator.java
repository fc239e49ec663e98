package dev.millrace.stream.operator;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;

/** Emits the records that a function lets through. */
final class FilterOperator<T> implements FunctionOperator<T, T> {

    private final FilterFunction<T> function;
    private final UserFunction life;
    private Output<T> output;

    FilterOperator(FilterFunction<T> function) {
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
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        if (function.filter(value)) {
            output.emit(value, timestamp);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
