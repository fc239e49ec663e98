package dev.millrace.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the examples. */
@Command(
        name = "examples",
        description = "Lists the examples.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace examples"})
final class ExamplesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (Example example : Example.all(ExamplesCommand.class.getClassLoader())) {
            spec.commandLine().getOut().printf("%-20s %s%n", example.name(), example.sentence());
        }
        return ExitCode.SUCCESS.number();
    }
}
