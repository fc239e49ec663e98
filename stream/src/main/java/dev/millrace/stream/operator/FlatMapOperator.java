package dev.millrace.stream.operator;

import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;

/** Emits whatever a function hands out for each record. */
final class FlatMapOperator<I, O> implements FunctionOperator<I, O> {

    private final FlatMapFunction<I, O> function;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;

    FlatMapOperator(FlatMapFunction<I, O> function) {
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
        emitter = Emitter.to(output);
        life.open(context);
    }

    @Override
    public void onRecord(int input, I value, long timestamp) throws Exception {
        function.flatMap(value, emitter.at(timestamp));
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
