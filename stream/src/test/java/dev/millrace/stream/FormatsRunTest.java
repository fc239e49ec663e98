package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.file.format.TextInputFormat;
import dev.millrace.connectors.basic.file.format.TextOutputFormat;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.format.GenericInputFormat;
import dev.millrace.core.format.GenericInputSplit;
import dev.millrace.core.format.NonParallelInput;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.stream.source.FileProcessingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs and outputs by formats of the older kind. */
class FormatsRunTest {

    @TempDir
    private Path directory;

    /** Numbers, each split those that leave its own number when they are divided by the number of splits. */
    private static class Numbers extends GenericInputFormat<Long> {
        private static final long serialVersionUID = 1;

        private final long end;
        private transient long next;
        private transient int step;

        Numbers(long end) {
            this.end = end;
        }

        @Override
        public void open(GenericInputSplit split) throws IOException {
            super.open(split);
            next = partitionNumber;
            step = split.getTotalNumberOfSplits();
        }

        @Override
        public boolean reachedEnd() {
            return next >= end;
        }

        @Override
        public Long nextRecord(Long reuse) {
            long number = next;
            next += step;
            return number % 10 == 3 ? null : number;
        }
    }

    private static final class NumbersInOrder extends Numbers implements NonParallelInput {
        private static final long serialVersionUID = 1;

        NumbersInOrder(long end) {
            super(end);
        }
    }

    private static List<Long> numbersBelow(long end) {
        return LongStream.range(0, end)
                .filter(number -> number % 10 != 3)
                .boxed()
                .toList();
    }

    @Test
    void eachSplitIsReadByOneInstance() throws Exception {
        Runs.assertSameRecords(Runs.results(Runs.environment(3).createInput(new Numbers(5_000))), numbersBelow(5_000));
    }

    @Test
    void anInputThatIsNotParallelIsReadInItsOrder() throws Exception {
        DataStream<Long> numbers = Runs.environment(3).createInput(new NumbersInOrder(500));
        assertThat(Runs.results(numbers)).isEqualTo(numbersBelow(500));
    }

    /** Fails when it sees a number for the first time, in the first attempt only, a checkpoint after the start. */
    private static final class Fault extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public Long map(Long number) {
            if (number > 60_000 && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0) {
                throw new IllegalStateException("a fault that is meant");
            }
            return number;
        }
    }

    @Test
    void aRestartGoesOnInsideASplit() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment.enableCheckpointing(5);
        environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(3, 0));
        DataStream<Long> numbers = environment.createInput(new Numbers(100_000)).map(new Fault());
        Runs.assertSameRecords(Runs.results(numbers), numbersBelow(100_000));
    }

    @Test
    void aLineIsReadOnceWhereverItsFileIsCut() throws Exception {
        Random random = new Random(7);
        for (String delimiter : List.of("\n", "ab", "aab")) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line < 300; line++) {
                lines.add(line + "x".repeat(random.nextInt(30)));
            }
            Path file = directory.resolve(delimiter.trim() + "lines");
            Files.writeString(file, String.join(delimiter, lines));
            TextInputFormat format = new TextInputFormat(new dev.millrace.core.file.Path(file.toString()));
            format.setDelimiter(delimiter);
            DataStream<String> read = Runs.environment(7).readFile(format, file.toString());
            Runs.assertSameRecords(Runs.results(read), lines);
        }
    }

    @Test
    void filesThatComeLaterAreReadWhileADirectoryIsWatched() throws Exception {
        Files.writeString(directory.resolve("one"), "1\n2\n");
        Files.writeString(directory.resolve(".hidden"), "hidden\n");
        TextInputFormat format = new TextInputFormat(new dev.millrace.core.file.Path(directory.toString()));
        DataStream<String> lines =
                Runs.environment(2).readFile(format, directory.toString(), FileProcessingMode.PROCESS_CONTINUOUSLY, 5);
        try (CloseableIterator<String> results = lines.executeAndCollect()) {
            assertThat(List.of(results.next(), results.next())).containsExactlyInAnyOrder("1", "2");
            Path half = directory.resolve(".two");
            Files.writeString(half, "3\n");
            Files.move(half, directory.resolve("two"));
            assertThat(results.next()).isEqualTo("3");
        }
    }

    @Test
    void anOutputFormatWritesAFileOrOneForEachInstance() throws Exception {
        for (int instances : new int[] {1, 2}) {
            Path target = directory.resolve("out" + instances);
            StreamExecutionEnvironment environment = Runs.environment(instances);
            TextOutputFormat<Long> format = new TextOutputFormat<>(new dev.millrace.core.file.Path(target.toString()));
            format.setWriteMode(FileSystem.WriteMode.OVERWRITE);
            environment.fromSequence(1, 4).writeUsingOutputFormat(format);
            environment.execute();
            List<String> lines = new ArrayList<>();
            for (Path file : instances == 1 ? List.of(target) : List.of(target.resolve("1"), target.resolve("2"))) {
                lines.addAll(Files.readAllLines(file));
            }
            assertThat(lines).containsExactlyInAnyOrder("1", "2", "3", "4");
        }
    }
}
