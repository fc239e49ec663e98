package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;

/** An environment that runs jobs in this process, as all do so far. */
@ModelApi
public class LocalStreamEnvironment extends StreamExecutionEnvironment {

    public LocalStreamEnvironment() {
        this(new Configuration());
    }

    public LocalStreamEnvironment(Configuration configuration) {
        configure(configuration);
    }
}
