package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.control.ControlDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with jobs are run, explained and summed up. */
final class RunsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path dir;

    private int run(String... args) {
        return Millrace.run(
                List.of(args),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ControlDirectory(List.of(dir.resolve("run"))));
    }

    private String program() throws IOException {
        return Files.writeString(dir.resolve("Parity.java"), """
            import dev.millrace.connectors.basic.sink.DiscardingSink;
            import dev.millrace.core.tuple.Tuple2;
            import dev.millrace.stream.StreamExecutionEnvironment;

            class Parity {
                record Side(String name) {}

                public static void main(String[] args) throws Exception {
                    var env = StreamExecutionEnvironment.getExecutionEnvironment();
                    env.setParallelism(2);
                    env.fromSequence(1, Long.parseLong(args[0]))
                            .map(n -> Tuple2.of(n % 2 == 0 ? "even" : "odd", new Side("s")))
                            .keyBy(pair -> pair.f0)
                            .reduce((left, right) -> left)
                            .filter(pair -> pair.f0.equals("even"))
                            .sinkTo(new DiscardingSink<>());
                    env.execute("parity");
                }
            }
            """).toString();
    }

    @Test
    void aSourceIsCompiledAndRunAndItsJobSummedUp() throws IOException {
        assertThat(run("run", program(), "1001")).isZero();
        assertThat(err.toString()).matches("parity finished in [\\d.]+ m?s: 1,001 records read, 500 written\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothingIsShownWhenNothingIsWanted() throws IOException {
        assertThat(run("run", "--no-live", program(), "10")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aPlanIsPrintedAndTheJobNotRun() throws IOException {
        assertThat(run("run", "--explain", program(), "1000000000000")).isZero();
        assertThat(out).hasToString("""
            job parity
              [0] Sequence Source -> Map  x2
              [1] Keyed Reduce -> Filter -> Sink  x2  <- [0] hash
            """);
        assertThat(err.toString()).isEmpty();
    }
}
