package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;

/** Makes the environments of programs that ask for one, where something else than the program decides about them. */
@ModelApi
@FunctionalInterface
public interface StreamExecutionEnvironmentFactory {

    /** An environment with settings. */
    StreamExecutionEnvironment createExecutionEnvironment(Configuration configuration);
}
