package dev.millrace.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program of the user. */
@Command(
        name = "run",
        description = "Runs the main method of a class or a jar; the program's options come after it.",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @Option(
            names = {"-c", "--class"},
            paramLabel = "CLASS",
            description = "the class to run, when the jar's manifest names none or another one")
    private String mainClass;

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            split = "[:;]",
            description = "jars and directories that the program needs beside the jar")
    private List<Path> classPath = List.of();

    @Parameters(index = "0", paramLabel = "CLASS|JAR", description = "a class of the class path, or a jar file")
    private String program;

    @Parameters(index = "1..*", paramLabel = "OPTIONS", description = "the program's options")
    private List<String> options = List.of();

    @Override
    public Integer call() throws Exception {
        Program.find(program, mainClass, classPath).run(options);
        return ExitCode.SUCCESS.number();
    }
}
