package dev.millrace.cli;

/** What the process tells the shell. */
enum ExitCode {
    SUCCESS(0),
    /** The program ran, and it or its job failed. */
    FAILED(1),
    /** The command line or an option of the program is wrong; nothing was run. */
    USAGE(2),
    /** Ctrl-C, as shells count it. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
