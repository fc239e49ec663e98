package dev.millrace.cli;

import dev.millrace.cluster.control.ControlDirectory;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code millrace}. */
public final class Millrace {

    private Millrace() {}

    public static void main(String[] args) {
        Logging.quiet();
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        // threads of a program that has returned do not keep the process alive
        System.exit(run(List.of(args), out, err, ControlDirectory.ofUser()));
    }

    /**
     * Runs one command and answers the exit code.
     *
     * @param control where the sockets of processes that run jobs lie
     */
    static int run(List<String> args, PrintWriter out, PrintWriter err, ControlDirectory control) {
        RootCommand root = new RootCommand(control);
        CommandLine line = new CommandLine(root)
                .setOut(out)
                .setErr(err)
                .setStopAtPositional(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    complain(wrong, err);
                    return ExitCode.USAGE.number();
                })
                .setExecutionExceptionHandler((e, command, result) -> {
                    FailureReport.of(e, root.stacktrace()).printTo(err);
                    boolean usage = e instanceof IllegalArgumentException;
                    return (usage ? ExitCode.USAGE : ExitCode.FAILED).number();
                });
        return line.execute(args.toArray(String[]::new));
    }

    /** What is wrong with a command line, and what was probably meant. */
    private static void complain(ParameterException wrong, PrintWriter err) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> meant = List.of();
        String what = wrong.getMessage();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            meant = unmatched.getSuggestions();
            String word = unmatched.getUnmatched().get(0);
            what = word.startsWith("-") ? "There is no option " + word : "There is no command '" + word + "'";
        }
        err.println("millrace: " + what);
        err.println(
                meant.isEmpty()
                        ? "Try: " + command + " --help"
                        : "Did you mean: " + command + " " + String.join(" or ", meant) + "?");
    }
}
