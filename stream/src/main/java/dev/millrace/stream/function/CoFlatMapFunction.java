package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.Function;

/** Turns each value of two inputs into any number of values. */
@ModelApi
public interface CoFlatMapFunction<IN1, IN2, OUT> extends Function {

    void flatMap1(IN1 value, Collector<OUT> out) throws Exception;

    void flatMap2(IN2 value, Collector<OUT> out) throws Exception;
}
