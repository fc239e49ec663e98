package dev.millrace.stream.window;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.Function;

/** A function over the records of a key and window. */
@ModelApi
@FunctionalInterface
public interface WindowFunction<IN, OUT, KEY, W extends Window> extends Function {

    void apply(KEY key, W window, Iterable<IN> input, Collector<OUT> out) throws Exception;
}
