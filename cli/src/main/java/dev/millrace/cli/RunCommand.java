package dev.millrace.cli;

import dev.millrace.cli.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a program of the user. */
@Command(
        name = "run",
        description = {
            "Runs the main method of a jar, a class or a single Java source; the program's options come after it.",
            "A source is compiled in memory; Millrace is on its class path."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  millrace run my-program.jar --my-option 1",
            "  millrace run --class com.example.Main -cp lib/driver.jar my-program.jar",
            "  millrace run Count.java",
            "  millrace run --explain Count.java",
            "  millrace run -D execution.checkpointing.dir=chk -D execution.checkpointing.interval=1s Count.java",
            "  millrace run -D execution.checkpointing.dir=chk -D execution.state-recovery.path=latest Count.java"
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = {"-c", "--class"},
            paramLabel = "CLASS",
            description = "the class to run, when the jar's manifest or the source names none, or another one")
    private String mainClass;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            split = "[:;]",
            description = "jars and directories that the program needs")
    private List<Path> classPath = List.of();

    @Mixin
    private RunOptions run;

    @Parameters(
            index = "0",
            paramLabel = "JAR|CLASS|SOURCE",
            description = "a jar file, a class of the class path, or a Java source (.java)")
    private String program;

    @Parameters(index = "1..*", paramLabel = "OPTIONS", description = "the program's options")
    private List<String> options = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        run.give(System.getProperties());
        Program found = Program.find(program, mainClass, classPath);
        return ProgramRun.of(spec, run, found, options).number();
    }
}
