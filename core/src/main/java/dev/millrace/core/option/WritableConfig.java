package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** Settings that can be changed. */
@ModelApi
public interface WritableConfig {

    <T> WritableConfig set(ConfigOption<T> option, T value);
}
