package dev.millrace.benchmarks.flink;

import dev.millrace.benchmarks.workload.Engine;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Types;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Submits the programs to one small cluster in this process, which stays for all jobs: one task manager with a slot for each
 * instance, state on the heap, no restarts.
 */
public final class FlinkEngine implements Engine {
    private MiniCluster cluster;
    private Path checkpoints;
    private String note = "";

    @Override
    public void run(Setup setup) throws Exception {
        Configuration configuration = configuration(setup);
        if (cluster == null) {
            cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                    .setConfiguration(configuration)
                    .setNumTaskManagers(1)
                    .setNumSlotsPerTaskManager(setup.parallelism())
                    .withRandomPorts()
                    .build());
            cluster.start();
        }
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(setup.parallelism(), configuration);
        if (setup.bufferTimeoutMillis() >= 0) {
            env.setBufferTimeout(setup.bufferTimeoutMillis());
        }
        if (setup.workload().types() == Types.RECORDS) {
            records(env, setup);
        } else {
            plain(env, setup);
        }
        JobGraph job = env.getStreamGraph().getJobGraph();
        cluster.executeJobBlocking(job);
        if (setup.checkpointMillis() > 0) {
            noteCheckpoints(job);
        }
    }

    private Configuration configuration(Setup setup) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, setup.reuse());
        // a type that Flink does not know by its fields would be unfair to it
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("64m"));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse("256m"));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("256m"));
        if (setup.checkpointMillis() > 0) {
            if (checkpoints == null) {
                checkpoints = Files.createTempDirectory(Files.createDirectories(setup.scratch()), "flink");
            }
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(setup.checkpointMillis()));
            configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
            configuration.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    checkpoints.toUri().toString());
        }
        return configuration;
    }

    private static void plain(StreamExecutionEnvironment env, Setup setup) throws IOException {
        switch (setup.workload().task()) {
            case COUNT_1K, COUNT_1M -> Counts.countAndSum(env, setup);
            case Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11 -> AuctionQueries.build(env, setup);
            case LONGS -> Chains.longs(env, setup);
            case WORDS -> Words.tuples(env, setup);
            case CHECKPOINT -> Counts.count(env, setup);
            case LATENCY -> Steady.longs(env, setup);
            case START -> Starts.numbers(env);
        }
    }

    private static void records(StreamExecutionEnvironment env, Setup setup) throws IOException {
        switch (setup.workload().task()) {
            case COUNT_1K, COUNT_1M, CHECKPOINT -> Counts.payments(env, setup);
            case Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11 -> AuctionRecordQueries.build(env, setup);
            case LONGS -> Chains.readings(env, setup);
            case WORDS -> Words.records(env, setup);
            case LATENCY -> Steady.visits(env, setup);
            case START -> Starts.words(env);
        }
    }

    private void noteCheckpoints(JobGraph job) throws Exception {
        CheckpointStatsSnapshot stats =
                cluster.getArchivedExecutionGraph(job.getJobID()).get().getCheckpointStatsSnapshot();
        note = stats.getCounts().getNumberOfCompletedCheckpoints() + " checkpoints, mean "
                + stats.getSummaryStats().getEndToEndDurationStats().getAverage() + " ms";
    }

    @Override
    public String note() {
        return note;
    }

    @Override
    public void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
        if (checkpoints != null) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(checkpoints)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.deleteIfExists(path);
            }
        }
    }
}
