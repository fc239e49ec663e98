package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** Options that hold for a whole job. */
@ModelApi
public final class CoreOptions {

    /** The number of instances of each operator. */
    public static final ConfigOption<Integer> DEFAULT_PARALLELISM =
            ConfigOptions.key("parallelism.default").intType().noDefaultValue();

    private CoreOptions() {}
}
