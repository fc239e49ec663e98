package dev.millrace.stream.operator;

import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.stream.function.CoFlatMapFunction;

/** Emits whatever a function hands out for each record of two inputs. */
final class CoFlatMapOperator<A, B, O> implements FunctionOperator<Object, O> {

    private final CoFlatMapFunction<A, B, O> function;
    private final UserFunction life;
    private Output<O> output;
    private Emitter<O> emitter;

    CoFlatMapOperator(CoFlatMapFunction<A, B, O> function) {
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
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        emitter.at(timestamp);
        if (input == 0) {
            function.flatMap1((A) value, emitter);
        } else {
            function.flatMap2((B) value, emitter);
        }
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
