package dev.millrace.runtime.pipeline;

import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.state.LongCell;

/** Counts the records of each key and emits {@code (key, count)} for each record. */
public final class CountByKey implements Operator<Object, Object> {
    private OperatorContext context;
    private Output<Object> output;
    private LongCell count;

    /** A key and how often it has come. */
    public record Count(Object key, long count) {}

    public static OperatorFactory<Object, Object> factory() {
        return CountByKey::new;
    }

    @Override
    public void open(OperatorContext newContext, Output<Object> newOutput) {
        context = newContext;
        output = newOutput;
        count = context.state().longCell("count");
    }

    @Override
    public void onRecord(int input, Object value, long timestamp) {
        long now = count.get(0) + 1;
        count.set(now);
        output.emit(new Count(context.state().key(), now), timestamp);
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }
}
