package dev.millrace.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which version this is, and on what it runs. */
@Command(
        name = "version",
        description = "Says which version this is, and on which Java it runs.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace version"})
final class VersionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        spec.commandLine()
                .getOut()
                .println(
                        "millrace " + (version == null ? "(not from a jar)" : version) + ", Java " + Runtime.version());
        return ExitCode.SUCCESS.number();
    }
}
