package dev.millrace.examples;

import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.CoreOptions;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The options that all examples share: how a job runs, and where it keeps its checkpoints. */
final class JobOptions {

    private static final Duration INTERVAL_DEFAULT = Duration.ofSeconds(1);

    private static final List<ExampleOption> OPTIONS = List.of(
            new ExampleOption("parallelism", "N", "parallel tasks of each step (default: the processors)"),
            new ExampleOption("checkpoint-dir", "DIR", "keep checkpoints there (default: no checkpoints)"),
            new ExampleOption("checkpoint-interval", "DURATION", "time between two checkpoints (default: 1s)"),
            new ExampleOption(
                    "restore", "latest|PATH", "go on from the newest checkpoint of the job, or from this one"));

    private JobOptions() {}

    /** An example's own options and the shared ones. */
    static List<ExampleOption> with(ExampleOption... own) {
        List<ExampleOption> all = new ArrayList<>(List.of(own));
        all.addAll(OPTIONS);
        return all;
    }

    /** The environment that the options ask for. */
    static StreamExecutionEnvironment environment(ExampleOptions options) {
        Configuration configuration = new Configuration();
        String directory = options.text("checkpoint-dir", null);
        Duration interval = options.duration("checkpoint-interval");
        if (directory != null || interval != null) {
            configuration.set(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL, interval == null ? INTERVAL_DEFAULT : interval);
        }
        if (directory != null) {
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory);
        }
        String restore = options.text("restore", null);
        if ("latest".equals(restore) && directory == null) {
            throw new IllegalArgumentException(
                    "Option --restore latest needs --checkpoint-dir DIR, the directory the checkpoints are in");
        }
        if (restore != null) {
            configuration.set(CheckpointingOptions.RESTORE_PATH, restore);
        }
        if (options.has("parallelism")) {
            configuration.set(CoreOptions.DEFAULT_PARALLELISM, options.number("parallelism", 1, 1));
        }
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }
}
