package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.Function;

/** A function over the records of a window of a whole stream. */
@ModelApi
@FunctionalInterface
public interface AllWindowFunction<IN, OUT, W extends Window> extends Function {

    void apply(W window, Iterable<IN> values, Collector<OUT> out) throws Exception;
}
