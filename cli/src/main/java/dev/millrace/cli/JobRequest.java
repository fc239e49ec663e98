package dev.millrace.cli;

import dev.millrace.cluster.control.ControlClient;
import dev.millrace.cluster.control.ListedJob;
import java.io.IOException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A command's job, and how it is asked. */
final class JobRequest {

    @ParentCommand
    private RootCommand root;

    @Parameters(
            index = "0",
            paramLabel = "JOB",
            description = "the job's name, its id, or the beginning of its id; millrace list shows them")
    private String name;

    /** The job that the user means. */
    ListedJob job() throws IOException {
        return JobChoice.of(name, client().jobs().jobs());
    }

    /** Asks the job's process, and waits for the answer. */
    String ask(ListedJob job, String request, String... arguments) throws IOException {
        return client().ask(job, request, arguments);
    }

    private ControlClient client() {
        return new ControlClient(root.control());
    }
}
