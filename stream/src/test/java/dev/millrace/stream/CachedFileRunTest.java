package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.rich.RichMapFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a program registers for its functions. */
class CachedFileRunTest {

    @TempDir
    private Path directory;

    private final StreamExecutionEnvironment environment = Runs.environment(2);
    private Path names;

    @BeforeEach
    void aFileOfNames() throws IOException {
        environment.setRestartStrategy(RestartStrategies.noRestart());
        names = directory.resolve("names.txt");
        Files.writeString(names, "zero\none\ntwo");
    }

    private static final class Names extends RichMapFunction<Long, String> {

        private final String cached;
        private transient List<String> names;

        Names(String cached) {
            this.cached = cached;
        }

        @Override
        public void open(OpenContext openContext) throws IOException {
            names = Files.readAllLines(
                    getRuntimeContext().getDistributedCache().getFile(cached).toPath());
        }

        @Override
        public String map(Long value) {
            return names.get(value.intValue());
        }
    }

    @Test
    void functionsFindAFileByItsName() throws Exception {
        environment.registerCachedFile(names.toUri().toString(), "names");
        environment.registerCachedFile(names.toString(), "the same by its path");
        assertThat(Runs.results(environment.fromSequence(0, 2).map(new Names("names"))))
                .containsExactlyInAnyOrder("zero", "one", "two");
    }

    @Test
    void aNameThatWasNotRegisteredIsAnErrorThatTellsThoseThatWere() {
        environment.registerCachedFile(names.toString(), "names");
        environment.fromSequence(0, 2).map(new Names("nmaes")).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("misspelled"))
                .hasMessageContaining("no file was registered as 'nmaes', only [names]")
                .hasMessageContaining("operator 'Map'");
    }

    @Test
    void whatCannotBeFoundIsRefusedWhereItIsWritten() {
        String missing = directory.resolve("missing").toString();
        assertThatThrownBy(() -> environment.registerCachedFile(missing, "names"))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("the cached file 'names' is not at " + missing);
        assertThatThrownBy(() -> environment.registerCachedFile("hdfs://far/names", "names"))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("is not local");
        assertThatThrownBy(() -> environment.registerCachedFile(names.toString(), "names", true))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("is not executable; make it so with chmod +x");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        Path other = Files.createFile(directory.resolve("other.txt"));
        environment.registerCachedFile(names.toString(), "names");
        environment.registerCachedFile(names.toString(), "names");
        assertThatThrownBy(() -> environment.registerCachedFile(other.toString(), "names"))
                .isInstanceOf(InvalidProgramException.class)
                .hasMessageContaining("two files are to be cached as 'names'");
    }

    private static final class Asks extends RichMapFunction<Long, Long> {

        @Override
        public void open(OpenContext openContext) {
            assertThat(getRuntimeContext().hasBroadcastVariable("rules")).isFalse();
            getRuntimeContext().getBroadcastVariable("rules");
        }

        @Override
        public Long map(Long value) {
            return value;
        }
    }

    @Test
    void aStreamHasNoBroadcastVariables() {
        environment.fromSequence(0, 2).map(new Asks()).name("asks").sinkTo(new DiscardingSink<>());
        assertThatThrownBy(() -> environment.execute("variables"))
                .hasMessageContaining("the function of 'asks' works on a stream and has no broadcast variable 'rules'");
    }
}
