package dev.millrace.cli;

import dev.millrace.cli.port.NameMap;
import dev.millrace.cli.port.PortReport;
import dev.millrace.cli.port.Porter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a program of the known API into one of ours. */
@Command(
        name = "port",
        description = "Turns Apache Flink programs into Millrace programs, and says what it could not map.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  millrace port src/main/java ported/src/main/java",
            "  millrace port WordCount.java ported",
            "",
            "Names are mapped by docs/porting-map.tsv; docs/porting.md says what means something else here."
        })
final class PortCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SRC", description = "a Java source, or a folder of sources or projects")
    private Path from;

    @Parameters(index = "1", paramLabel = "OUT", description = "the folder to write to; files there are written over")
    private Path to;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PortReport report = Porter.port(NameMap.shipped(), from, to);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        report.complaints().forEach(err::println);
        report.hints().forEach(out::println);
        out.printf("%s, %s, to %s%n", counted(report.sources(), "source"), counted(report.names(), "name"), to);
        if (report.copied() > 0) {
            out.printf("%s copied as is%n", counted(report.copied(), "other file"));
        }
        if (report.complaints().isEmpty()) {
            return ExitCode.SUCCESS.number();
        }
        err.printf("%s could not be mapped%n", counted(report.complaints().size(), "name"));
        return ExitCode.FAILED.number();
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
