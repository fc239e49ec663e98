package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Function;

/** Turns each value of two inputs into one value. */
@ModelApi
public interface CoMapFunction<IN1, IN2, OUT> extends Function {

    OUT map1(IN1 value) throws Exception;

    OUT map2(IN2 value) throws Exception;
}
