package dev.millrace.benchmarks.millrace;

import dev.millrace.benchmarks.workload.Engine;
import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Types;
import dev.millrace.core.option.CheckpointingOptions;
import dev.millrace.core.option.Configuration;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the programs on the engine of this process. */
public final class MillraceEngine implements Engine {
    private String note = "";

    @Override
    public void run(Setup setup) throws Exception {
        note = "";
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(setup.parallelism());
        if (setup.reuse()) {
            env.getConfig().enableObjectReuse();
        }
        if (setup.bufferTimeoutMillis() >= 0) {
            env.setBufferTimeout(setup.bufferTimeoutMillis());
        }
        boolean checkpoints = setup.checkpointMillis() > 0;
        Path folder = checkpoints ? Files.createTempDirectory(Files.createDirectories(setup.scratch()), "chk") : null;
        if (checkpoints) {
            env.enableCheckpointing(setup.checkpointMillis());
            env.configure(new Configuration()
                    .set(
                            CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                            folder.toUri().toString()));
        }
        if (setup.workload().types() == Types.RECORDS) {
            records(env, setup);
        } else {
            plain(env, setup);
        }
        env.execute(setup.workload().name());
        if (checkpoints) {
            note = SplitDealer.takeCheckpoints() + " checkpoints";
            delete(folder);
        }
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

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot clear up " + path, e);
            }
        }
    }

    @Override
    public String note() {
        return note;
    }
}
