package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.foreign.JobManagerCheckpointStorage;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.net.URI;
import java.nio.file.Path;

/** Says where checkpoints go, as tests of 2.x do. */
@ModelApi
public final class CheckpointStorageUtils {

    private CheckpointStorageUtils() {}

    /** In memory. */
    public static void configureJobManagerCheckpointStorage(StreamExecutionEnvironment environment) {
        environment.getCheckpointConfig().setCheckpointStorage(new JobManagerCheckpointStorage());
    }

    /** In a directory. */
    public static void configureFileSystemCheckpointStorage(StreamExecutionEnvironment environment, String directory) {
        environment.getCheckpointConfig().setCheckpointStorage(directory);
    }

    /** In a directory. */
    public static void configureFileSystemCheckpointStorage(StreamExecutionEnvironment environment, URI directory) {
        configureFileSystemCheckpointStorage(environment, directory.toString());
    }

    /** In a directory. */
    public static void configureFileSystemCheckpointStorage(StreamExecutionEnvironment environment, Path directory) {
        configureFileSystemCheckpointStorage(environment, directory.toUri());
    }

    /** In a directory; how large small state is makes no difference. */
    public static void configureFileSystemCheckpointStorage(
            StreamExecutionEnvironment environment, String directory, long smallStateBytes) {
        configureFileSystemCheckpointStorage(environment, directory);
    }
}
