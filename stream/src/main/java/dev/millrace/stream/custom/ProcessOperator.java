package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Watermark;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.operator.Operators;

/** Runs a {@link ProcessFunction}, in a stream's {@code transform} or in a harness. */
@ModelApi
public class ProcessOperator<IN, OUT> implements OneInputStreamOperator<IN, OUT>, ReadyOperator {
    private static final long serialVersionUID = 1;

    private final ProcessFunction<IN, OUT> function;

    public ProcessOperator(ProcessFunction<IN, OUT> function) {
        this.function = java.util.Objects.requireNonNull(function, "function");
    }

    @Override
    public OperatorFactory<?, ?> factory(boolean keyed) {
        return Operators.process(function, keyed);
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
