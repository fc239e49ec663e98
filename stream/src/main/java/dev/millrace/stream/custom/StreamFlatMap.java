package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.operator.Operators;

/** Runs a {@link FlatMapFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class StreamFlatMap<IN, OUT> implements OneInputStreamOperator<IN, OUT>, ReadyOperator {
    private static final long serialVersionUID = 1;

    private final FlatMapFunction<IN, OUT> function;

    public StreamFlatMap(FlatMapFunction<IN, OUT> function) {
        this.function = java.util.Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.flatMap(function);
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
