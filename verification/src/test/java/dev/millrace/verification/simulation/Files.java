package dev.millrace.verification.simulation;

import dev.millrace.connectors.basic.file.sink.BucketAssigner;
import dev.millrace.connectors.basic.file.sink.DefaultRollingPolicy;
import dev.millrace.connectors.basic.file.sink.FileSink;
import dev.millrace.connectors.basic.file.sink.OnCheckpointRollingPolicy;
import dev.millrace.connectors.basic.file.sink.RollingPolicy;
import dev.millrace.connectors.basic.file.sink.SimpleStringEncoder;
import dev.millrace.connectors.basic.file.sink.SimpleVersionedStringSerializer;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.MemorySize;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.testkit.simulation.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Numbers are written to files on a disk that is slow, full, failing and torn by crashes. In the end each number is in one
 * visible file of its directory, once, on a line of its own.
 */
record Files(Numbers source, int directories, long bytesMax, long ageMillisMax) implements Shape.Sized {
    private static final String DIRECTORY = "/out";

    static Files of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Files(
                Sizes.numbers(random),
                random.nextInt(4),
                random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1 << random.nextInt(1, 14)),
                1 + random.nextInt(1 << random.nextInt(1, 12)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        RollingPolicy<Long, String> policy = bytesMax == 0
                ? OnCheckpointRollingPolicy.build()
                : DefaultRollingPolicy.builder()
                        .withMaxPartSize(new MemorySize(bytesMax))
                        .withRolloverInterval(Duration.ofMillis(ageMillisMax))
                        .withInactivityInterval(Duration.ofMillis(ageMillisMax))
                        .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .rebalance()
                .sinkTo(FileSink.<Long>forRowFormat(new Path("sim://" + DIRECTORY), new SimpleStringEncoder<>())
                        .withBucketAssigner(new ByRest(directories))
                        .withRollingPolicy(policy)
                        .withBucketCheckInterval(Duration.ofMillis(ageMillisMax))
                        .build());
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> written = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : outcome.files(DIRECTORY).entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (!text.endsWith("\n")) {
                throw new AssertionError("file " + file.getKey() + " ends within a line: " + text.length() + " bytes");
            }
            String directory = file.getKey().substring(0, file.getKey().lastIndexOf('/'));
            text.lines().forEach(line -> written.add(directory + " " + line));
        }
        List<String> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(DIRECTORY + (directories == 0 ? "" : "/rest-" + number % directories) + " " + number);
        }
        Results.requireSame(written, expected);
    }

    /** A directory for each rest, or all in one. */
    private record ByRest(int directories) implements BucketAssigner<Long, String> {
        @Override
        public String getBucketId(Long number, Context context) {
            return directories == 0 ? "" : "rest-" + number % directories;
        }

        @Override
        public SimpleVersionedSerializer<String> getSerializer() {
            return SimpleVersionedStringSerializer.INSTANCE;
        }
    }
}
