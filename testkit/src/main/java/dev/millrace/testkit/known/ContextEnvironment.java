package dev.millrace.testkit.known;

import dev.millrace.core.option.Configuration;
import dev.millrace.stream.StreamExecutionEnvironment;

/** The environment of programs under test: with the parallelism and the settings that the cluster of the test would have. */
final class ContextEnvironment extends StreamExecutionEnvironment {

    private ContextEnvironment(int parallelism, Configuration cluster, Configuration settings) {
        setParallelism(parallelism);
        configure(cluster);
        configure(settings);
    }

    /** Programs that this thread runs get such environments from now on. */
    static void begin(int parallelism, Configuration cluster) {
        initializeContextEnvironment(settings -> new ContextEnvironment(parallelism, cluster, settings));
    }

    static void end() {
        resetContextEnvironment();
    }
}
