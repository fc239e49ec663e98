package dev.millrace.cli;

import dev.millrace.cli.program.Program;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an example. */
@Command(
        name = "example",
        description = "Runs an example; its options come after its name.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  millrace example word-count",
            "  millrace example word-count --help",
            "  millrace example word-count --input DIR --output DIR --checkpoint-dir DIR",
            "  millrace example --explain windowed-count"
        })
final class ExampleCommand implements Callable<Integer> {

    @Mixin
    private RunOptions run;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            completionCandidates = ExampleNames.class,
            description = "the example's name; millrace examples lists them")
    private String name;

    @Parameters(index = "1..*", paramLabel = "OPTIONS", description = "the example's options; --help lists them")
    private List<String> options = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        run.give(System.getProperties());
        ClassLoader classes = ExampleCommand.class.getClassLoader();
        Program program = Program.of(Example.named(name, classes).mainClass(), classes);
        return ProgramRun.of(spec, run, program, options).number();
    }
}
