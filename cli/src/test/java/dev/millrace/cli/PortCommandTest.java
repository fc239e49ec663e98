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

/** The command that ports programs: what it prints and how it ends. */
final class PortCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path dir;

    private int run(String... args) {
        return Millrace.run(
                List.of(args),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ControlDirectory(List.of(dir)));
    }

    private Path source(String name, String text) throws IOException {
        Path file = dir.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aProgramIsPortedByTheMapThatIsShipped() throws IOException {
        source("a/Count.java", """
            package a;
            import org.apache.flink.streaming.api.datastream.DataStream;
            class Count { DataStream<Long> numbers; }
            """);

        int code = run("port", dir.resolve("src").toString(), dir.resolve("out").toString());

        assertThat(code).isZero();
        assertThat(dir.resolve("out/a/Count.java")).hasContent("""
            package a;
            import dev.millrace.stream.DataStream;
            class Count { DataStream<Long> numbers; }
            """);
        assertThat(out.toString()).contains("1 source, 1 name, to ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatCannotBeMappedIsSaidWithItsPlaceAndTheReason() throws IOException {
        Path file = source("Sql.java", """

            import org.apache.flink.table.api.Table;
            class Sql { Table table; }
            """);

        int code = run("port", file.toString(), dir.resolve("out").toString());

        assertThat(code).isEqualTo(1);
        assertThat(err)
                .hasToString(file + ":2: org.apache.flink.table.api.Table: tables and SQL are not there yet\n"
                        + "1 name could not be mapped\n");
        assertThat(dir.resolve("out/Sql.java")).exists();
    }

    @Test
    void dependenciesToExchangeAreNamed() throws IOException {
        source("A.java", "class A {}");
        Path pom = source("pom.xml", """
            <dependency>
              <artifactId>flink-streaming-java_2.12</artifactId>
            </dependency>
            <dependency>
              <artifactId>flink-sql-gateway</artifactId>
            """);

        assertThat(run("port", dir.resolve("src").toString(), dir.resolve("out").toString()))
                .isZero();

        assertThat(out.toString())
                .contains(pom + ":2: flink-streaming-java_2.12: dev.millrace:millrace-stream")
                .contains(pom + ":5: flink-sql-gateway: nothing replaces it yet")
                .contains("1 other file copied as is");
    }

    @Test
    void nothingToPortIsAUsageError() {
        assertThat(run("port", dir.resolve("no").toString(), "out")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no " + dir.resolve("no") + " to port");
    }

    @Test
    void aFolderWithoutSourcesIsAUsageError() {
        assertThat(run("port", dir.toString(), dir.resolve("out").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no Java source in " + dir);
    }

    @Test
    void theResultIsNotWrittenOverTheSource() throws IOException {
        source("A.java", "class A {}");

        assertThat(run("port", dir.toString(), dir.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("would be written over");
    }

    @Test
    void aMissingFolderIsSaid() {
        assertThat(run("port", "src")).isEqualTo(2);
        assertThat(err.toString()).contains("OUT");
    }
}
