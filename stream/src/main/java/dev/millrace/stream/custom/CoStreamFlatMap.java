package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.CoFlatMapFunction;
import dev.millrace.stream.operator.Operators;

/** Runs a {@link CoFlatMapFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class CoStreamFlatMap<IN1, IN2, OUT> implements TwoInputStreamOperator<IN1, IN2, OUT>, ReadyOperator {
    private static final long serialVersionUID = 1;

    private final CoFlatMapFunction<IN1, IN2, OUT> function;

    public CoStreamFlatMap(CoFlatMapFunction<IN1, IN2, OUT> function) {
        this.function = java.util.Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.coFlatMap(function);
    }

    @Override
    public void processElement1(StreamRecord<IN1> element) {
        throw OnlyData.called(this);
    }

    @Override
    public void processElement2(StreamRecord<IN2> element) {
        throw OnlyData.called(this);
    }

    @Override
    public void processWatermark1(Watermark mark) {
        throw OnlyData.called(this);
    }

    @Override
    public void processWatermark2(Watermark mark) {
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
