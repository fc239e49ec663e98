package dev.millrace.cli;

import dev.millrace.cluster.control.ControlDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all commands share. */
@Command(
        name = "millrace",
        description = "Runs dataflow programs.",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        subcommands = {
            RunCommand.class,
            ExampleCommand.class,
            ExamplesCommand.class,
            ListCommand.class,
            CancelCommand.class,
            StopCommand.class,
            WhyCommand.class,
            MetricsCommand.class,
            PortCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  millrace example word-count",
            "  millrace run my-program.jar --my-option 1",
            "  millrace run Count.java",
            "  millrace list",
            "  millrace stop word-count",
            "",
            "millrace COMMAND --help says more, with examples."
        })
final class RootCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from, not only what it says.")
    private boolean stacktrace;

    @Spec
    private CommandSpec spec;

    private final ControlDirectory control;

    RootCommand(ControlDirectory control) {
        this.control = control;
    }

    /** Where the sockets of processes that run jobs lie. */
    ControlDirectory control() {
        return control;
    }

    boolean stacktrace() {
        return stacktrace;
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log what happens to standard error; twice for every detail.")
    private void verbose(boolean[] times) {
        Logging.verbose(times.length);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command");
    }
}
