package dev.millrace.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** The program {@code millrace}. */
public final class Millrace {

    private Millrace() {}

    public static void main(String[] args) {
        Logging.quiet();
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        // threads of a program that has returned do not keep the process alive
        System.exit(run(List.of(args), out, err));
    }

    /** Runs one command and answers the exit code. */
    static int run(List<String> args, PrintWriter out, PrintWriter err) {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setStopAtPositional(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    err.println("millrace: " + e.getMessage());
                    List<String> suggestions = e instanceof CommandLine.UnmatchedArgumentException unmatched
                            ? unmatched.getSuggestions()
                            : List.of();
                    err.println(
                            suggestions.isEmpty()
                                    ? "Try: millrace --help"
                                    : "Did you mean: millrace " + String.join(" or ", suggestions) + "?");
                    return ExitCode.USAGE.number();
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    FailureReport.of(e, root.stacktrace()).printTo(err);
                    boolean usage = e instanceof IllegalArgumentException;
                    return (usage ? ExitCode.USAGE : ExitCode.FAILED).number();
                });
        return line.execute(args.toArray(String[]::new));
    }
}
