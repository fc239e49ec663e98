package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.foreign.EmbeddedRocksDBStateBackend;
import dev.millrace.core.option.foreign.HashMapStateBackend;
import dev.millrace.stream.StreamExecutionEnvironment;

/** Says where state lives, as tests of 2.x do; it lives on the heap, whatever is said. */
@ModelApi
public final class StateBackendUtils {

    private StateBackendUtils() {}

    public static void configureHashMapStateBackend(StreamExecutionEnvironment environment) {
        environment.setStateBackend(new HashMapStateBackend());
    }

    public static void configureRocksDBStateBackend(StreamExecutionEnvironment environment) {
        environment.setStateBackend(new EmbeddedRocksDBStateBackend());
    }

    /** Snapshots are whole, whatever is said. */
    public static void configureRocksDBStateBackend(StreamExecutionEnvironment environment, boolean incremental) {
        environment.setStateBackend(new EmbeddedRocksDBStateBackend(incremental));
    }
}
