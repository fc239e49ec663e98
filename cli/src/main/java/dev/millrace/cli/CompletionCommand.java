package dev.millrace.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that lets your shell complete commands, options and names of examples.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(millrace completion bash)           for this shell",
            "  millrace completion bash >> ~/.bashrc        for good",
            "  millrace completion zsh >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {

    /** One script serves both: it begins by asking in which shell it is. */
    private static final List<String> SHELLS = List.of("bash", "zsh");

    @Parameters(index = "0", paramLabel = "bash|zsh", description = "the shell")
    private String shell;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new IllegalArgumentException(
                    "There is no completion for '" + shell + "'; there is one for " + String.join(" and ", SHELLS));
        }
        CommandLine root = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(spec.root().name(), root));
        spec.commandLine().getOut().flush();
        return ExitCode.SUCCESS.number();
    }
}
