package dev.millrace.stream.operator;

import dev.millrace.core.element.Batch;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.stream.function.SinkFunction;

/** Hands each record to a {@link SinkFunction}. */
final class SinkFunctionOperator<T> implements FunctionOperator<T, Void> {

    private final SinkFunction<T> function;
    private final UserFunction life;
    private Output<Void> output;
    private View view;

    SinkFunctionOperator(SinkFunction<T> function) {
        this.function = function;
        this.life = new UserFunction(function);
    }

    @Override
    public UserFunction life() {
        return life;
    }

    @Override
    public void open(OperatorContext context, Output<Void> output) throws Exception {
        this.output = output;
        view = new View(context);
        life.open(context);
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        view.timestamp = timestamp;
        function.invoke(value, view);
    }

    @Override
    public void onWatermark(long timestamp) throws Exception {
        function.writeWatermark(new Watermark(timestamp));
        output.watermark(timestamp);
    }

    @Override
    public boolean finish() throws Exception {
        function.finish();
        return true;
    }

    /** What the function sees of the record. */
    private static final class View implements SinkFunction.Context {

        private final OperatorContext context;
        private long timestamp;

        View(OperatorContext context) {
            this.context = context;
        }

        @Override
        public long currentProcessingTime() {
            return context.clock().millis();
        }

        @Override
        public long currentWatermark() {
            return context.currentWatermark();
        }

        @Override
        public Long timestamp() {
            return timestamp == Batch.NO_TIMESTAMP ? null : (Long) timestamp;
        }
    }
}
