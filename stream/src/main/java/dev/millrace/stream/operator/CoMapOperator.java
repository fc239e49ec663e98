package dev.millrace.stream.operator;

import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.stream.function.CoMapFunction;

/** Emits what a function makes of each record of two inputs. */
final class CoMapOperator<A, B, O> implements FunctionOperator<Object, O> {

    private final CoMapFunction<A, B, O> function;
    private final UserFunction life;
    private Output<O> output;

    CoMapOperator(CoMapFunction<A, B, O> function) {
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
    @SuppressWarnings("unchecked") // the graph connects each input with its stream
    public void onRecord(int input, Object value, long timestamp) throws Exception {
        output.emit(input == 0 ? function.map1((A) value) : function.map2((B) value), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        output.watermark(timestamp);
    }
}
