package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.operator.Operators;

/** Runs a {@link FilterFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class StreamFilter<IN> implements OneInputStreamOperator<IN, IN>, ReadyOperator {
    private static final long serialVersionUID = 1;

    private final FilterFunction<IN> function;

    public StreamFilter(FilterFunction<IN> function) {
        this.function = java.util.Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.filter(function);
    }

    @Override
    public void processElement(StreamRecord<IN> element) {
        throw OnlyData.called(this);
    }

    @Override
    public void processWatermark(Watermark mark) {
        throw OnlyData.called(this);
    }

    @Override
    public void open() {
        throw OnlyData.called(this);
    }

    @Override
    public void finish() {
        throw OnlyData.called(this);
    }

    @Override
    public void close() {
        throw OnlyData.called(this);
    }
}
