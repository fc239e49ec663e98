package dev.millrace.connectors.basic.file.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.connectors.basic.HandClock;
import dev.millrace.connectors.basic.HandWriterContext;
import dev.millrace.core.connector.SinkWriter;
import dev.millrace.core.file.Path;
import dev.millrace.core.option.MemorySize;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each record is in the finished files once, wherever attempts are lost. */
final class FileSinkTest {

    private static final int RECORDS = 23;

    @TempDir
    java.nio.file.Path dir;

    @Test
    void nothingIsLostOrDoubledWhenAnAttemptIsLostAfterAnyStep() throws Exception {
        List<RollingPolicy<Integer, String>> policies = List.of(
                OnCheckpointRollingPolicy.build(),
                DefaultRollingPolicy.builder()
                        .withMaxPartSize(new MemorySize(8))
                        .build(),
                DefaultRollingPolicy.builder()
                        .withRolloverInterval(Duration.ofMillis(35))
                        .build());
        for (RollingPolicy<Integer, String> policy : policies) {
            int stepsOfAll = new SinkRun(sink(dir.resolve("undisturbed"), policy), -1).run(RECORDS, 5);
            for (int crash = 0; crash < stepsOfAll; crash++) {
                java.nio.file.Path output = Files.createTempDirectory(dir, "out");
                new SinkRun(sink(output, policy), crash).run(RECORDS, 5);
                assertThat(finished(output)).as("lost after step %d", crash).isEqualTo(numbers(RECORDS));
            }
            Files.move(
                    dir.resolve("undisturbed"),
                    Files.createTempDirectory(dir, "old").resolve("undisturbed"));
        }
    }

    @Test
    void nothingIsLostOrDoubledUnderAnyPolicyAndRhythm() {
        Check.forAll(
                Gen.integers(1, 30), Gen.integers(1, 9), Gen.integers(0, 150), (bytesMax, perCheckpoint, crash) -> {
                    java.nio.file.Path output = Files.createTempDirectory(dir, "out");
                    RollingPolicy<Integer, String> policy = DefaultRollingPolicy.builder()
                            .withMaxPartSize(new MemorySize(bytesMax))
                            .build();
                    new SinkRun(sink(output, policy), crash).run(RECORDS, perCheckpoint);
                    assertThat(finished(output)).isEqualTo(numbers(RECORDS));
                });
    }

    @Test
    void filesAreHiddenUntilTheyAreCommitted() throws Exception {
        FileSink<Integer> sink = sink(dir, OnCheckpointRollingPolicy.build());
        SinkWriter<Integer> writer = sink.createWriter(new HandWriterContext("job", 2, 4, 1, new HandClock()));
        writer.write(1, context(null));
        writer.flush(true);

        assertThat(names(dir)).containsExactly(".part-job-2-1-0.txt.inprogress");
        writer.close();
        new SinkRun(sink, -1).run(3, 10);
        assertThat(names(dir)).containsExactly(".part-job-2-1-0.txt.inprogress", "part-0123456789abcdef-0-0-0.txt");
    }

    @Test
    void anotherRunWithTheSameNamesChoosesOtherFiles() throws Exception {
        new SinkRun(sink(dir, OnCheckpointRollingPolicy.build()), -1).run(5, 10);
        new SinkRun(sink(dir, OnCheckpointRollingPolicy.build()), -1).run(5, 10);

        assertThat(names(dir)).containsExactly("part-0123456789abcdef-0-0-0.txt", "part-0123456789abcdef-0-0-1.txt");
    }

    @Test
    void aRunWhoseIdBeginsLikeAnotherOnesGoesOnWithItsFilesAndBeginsOthers() throws Exception {
        FileSink<Integer> sink = sink(
                dir,
                DefaultRollingPolicy.builder()
                        .withMaxPartSize(new MemorySize(4))
                        .build());
        var first = sink.restoreWriter(new HandWriterContext("0123456789-1", 0, 1, 0, new HandClock()), List.of());
        first.write(1, context(null));
        var state = first.snapshotState(1);
        var second = sink.restoreWriter(new HandWriterContext("0123456789-2", 0, 1, 0, new HandClock()), state);
        for (int number = 2; number < 9; number++) {
            second.write(number, context(null));
        }
        assertThat(names(dir)).hasSize(3).doesNotHaveDuplicates();
        assertThat(Files.readString(dir.resolve(".part-0123456789-1-0-0-0.txt.inprogress")))
                .startsWith("1\n");
        second.close();
    }

    @Test
    void recordsGoToTheDirectoryOfTheirHour() throws Exception {
        HandClock clock = new HandClock();
        FileSink<Integer> sink = FileSink.forRowFormat(new Path(dir.toString()), new SimpleStringEncoder<Integer>())
                .withBucketAssigner(new DateTimeBucketAssigner<>("yyyy/HH-mm", ZoneOffset.UTC))
                .build();
        SinkWriter<Integer> writer = sink.createWriter(new HandWriterContext("job", 0, 1, 0, clock));
        writer.write(1, context(null));
        clock.advance(Duration.ofHours(2).toMillis());
        writer.write(2, context(null));
        writer.close();

        assertThat(names(dir.resolve("1970"))).containsExactly("00-16", "02-16");
    }

    @Test
    void anOldFileEndsWithoutAnotherRecord() throws Exception {
        HandClock clock = new HandClock();
        FileSink<Integer> sink = sink(
                dir,
                DefaultRollingPolicy.builder()
                        .withInactivityInterval(Duration.ofSeconds(30))
                        .build());
        FileWriter<Integer, String> writer =
                (FileWriter<Integer, String>) sink.createWriter(new HandWriterContext("job", 0, 1, 0, clock));
        writer.write(1, context(null));
        assertThat(writer.prepareCommit()).isEmpty();
        clock.advance(Duration.ofMinutes(2).toMillis());

        assertThat(writer.prepareCommit()).hasSize(1);
        assertThat(writer.snapshotState(1)).isEmpty();
    }

    @Test
    void statesOfSeveralWritersAreMerged() throws Exception {
        FileSink<Integer> sink = sink(dir, DefaultRollingPolicy.builder().build());
        List<FileWriterBucketState<String>> states = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            FileWriter<Integer, String> writer = (FileWriter<Integer, String>)
                    sink.createWriter(new HandWriterContext("job", i, 3, 0, new HandClock()));
            writer.write(i, context(null));
            states.addAll(writer.snapshotState(1));
            writer.write(99, context(null));
            writer.close();
        }

        FileWriter<Integer, String> merged = (FileWriter<Integer, String>)
                sink.restoreWriter(new HandWriterContext("job", 0, 1, 1, new HandClock()), states);
        merged.write(3, context(null));
        merged.flush(true);
        FileCommitter committer = (FileCommitter) sink.createCommitter(null);
        for (FileSinkCommittable committable : merged.prepareCommit()) {
            committer.commit(List.of(new SinkRun.Request(committable)));
        }
        assertThat(finished(dir)).isEqualTo(numbers(4));
    }

    @Test
    void outputThatSomebodyDeletedIsNamed() throws Exception {
        FileSink<Integer> sink = sink(dir, OnCheckpointRollingPolicy.build());
        FileWriter<Integer, String> writer =
                (FileWriter<Integer, String>) sink.createWriter(new HandWriterContext("job", 0, 1, 0, new HandClock()));
        writer.write(1, context(null));
        FileSinkCommittable committable = writer.prepareCommit().iterator().next();
        Files.delete(dir.resolve(".part-job-0-0-0.txt.inprogress"));

        assertThatThrownBy(() -> sink.createCommitter(null).commit(List.of(new SinkRun.Request(committable))))
                .hasMessageContaining("part-job-0-0-0.txt")
                .hasMessageContaining("somebody has deleted output of this job");
    }

    @Test
    void aDirectoryThatIsAFileIsNamed() throws Exception {
        Files.writeString(dir.resolve("file"), "");

        assertThatThrownBy(() -> sink(dir.resolve("file"), OnCheckpointRollingPolicy.build())
                        .createWriter(new HandWriterContext("job", 0, 1, 0, new HandClock())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(dir + "/file");
    }

    private static FileSink<Integer> sink(java.nio.file.Path output, RollingPolicy<Integer, String> policy) {
        return FileSink.forRowFormat(new Path(output.toString()), new SimpleStringEncoder<Integer>())
                .withBucketAssigner(new BasePathBucketAssigner<>())
                .withRollingPolicy(policy)
                .withBucketCheckInterval(Duration.ofMillis(15))
                .withOutputFileConfig(
                        OutputFileConfig.builder().withPartSuffix(".txt").build())
                .build();
    }

    private static SinkWriter.Context context(Long timestamp) {
        return new SinkWriter.Context() {
            @Override
            public long currentWatermark() {
                return Long.MIN_VALUE;
            }

            @Override
            public Long timestamp() {
                return timestamp;
            }
        };
    }

    private static List<String> names(java.nio.file.Path directory) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Integer> finished(java.nio.file.Path directory) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names(directory)) {
            if (!name.startsWith(".")) {
                Files.readAllLines(directory.resolve(name)).forEach(line -> numbers.add(Integer.valueOf(line)));
            }
        }
        return numbers.stream().sorted().toList();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
