package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops a running job with a last checkpoint. */
@Command(
        name = "stop",
        description = "Stops a running job after a last checkpoint, from which it can go on, and says where that is.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace stop word-count", "  millrace stop --drain 3f2a"})
final class StopCommand implements Callable<Integer> {

    @Option(
            names = "--drain",
            description = "let windows and timers fire first: results are final, and the job is not to go on")
    private boolean drain;

    @Mixin
    private JobRequest request;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ListedJob job = request.job();
        String path = request.ask(job, "stop", drain ? "drain" : "suspend");
        spec.commandLine().getOut().println("Stopped " + job.name() + " (" + JobTable.shortId(job) + "), at " + path);
        return ExitCode.SUCCESS.number();
    }
}
