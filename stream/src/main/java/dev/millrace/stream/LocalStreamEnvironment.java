package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;

/** An environment that runs jobs in this process, as all do so far. */
@ModelApi
public class LocalStreamEnvironment extends StreamExecutionEnvironment {

    /** With one instance of each operator. */
    public LocalStreamEnvironment() {
        this(new Configuration());
    }

    /** With settings, and one instance of each operator unless they say otherwise. */
    public LocalStreamEnvironment(Configuration configuration) {
        setParallelism(1);
        configure(configuration);
    }
}
