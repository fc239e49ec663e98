package dev.millrace.cli;

import picocli.CommandLine.Option;

/** What all commands that run programs have in common. */
final class RunOptions {

    @Option(
            names = "--explain",
            description = "print the plan of the program's first job, and end the program instead of running it")
    private boolean explain;

    boolean explain() {
        return explain;
    }
}
