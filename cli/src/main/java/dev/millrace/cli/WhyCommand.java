package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks a running job why nothing comes out of it. */
@Command(
        name = "why",
        description =
                "Says why nothing comes out of a running job: what went through each operator, what holds event time"
                        + " back, what waits and for whom, and what to do about it.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace why word-count", "  millrace why 3f2a"})
final class WhyCommand implements Callable<Integer> {

    @Mixin
    private JobRequest request;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ListedJob job = request.job();
        spec.commandLine().getOut().print(request.ask(job, "why"));
        spec.commandLine().getOut().flush();
        return ExitCode.SUCCESS.number();
    }
}
