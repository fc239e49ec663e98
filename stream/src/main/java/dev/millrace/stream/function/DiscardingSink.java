package dev.millrace.stream.function;

import dev.millrace.core.ModelApi;

/** Takes records and forgets them. */
@ModelApi
public class DiscardingSink<T> implements SinkFunction<T> {

    @Override
    public void invoke(T value, Context context) {}
}
