package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import dev.millrace.cluster.control.ProcessEndedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Cancels a running job. */
@Command(
        name = "cancel",
        description = "Ends a running job at once, without a last checkpoint.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace cancel word-count", "  millrace cancel 3f2a"})
final class CancelCommand implements Callable<Integer> {

    @Mixin
    private JobRequest request;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ListedJob job = request.job();
        try {
            request.ask(job, "cancel");
        } catch (ProcessEndedException gone) {
            // the job has gone, and its process with it
        }
        spec.commandLine().getOut().println("Cancelled " + job.name() + " (" + JobTable.shortId(job) + ")");
        return ExitCode.SUCCESS.number();
    }
}
