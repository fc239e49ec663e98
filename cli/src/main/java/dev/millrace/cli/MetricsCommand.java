package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the metrics of a running job. */
@Command(
        name = "metrics",
        description =
                "Shows the metrics of a running job as they are now, in the text format of Prometheus; a job that runs"
                        + " with -D metrics.port=PORT shows them at http://127.0.0.1:PORT/metrics too.",
        footerHeading = "%nExamples:%n",
        footer = {"  millrace metrics word-count", "  millrace metrics --json 3f2a"})
final class MetricsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Mixin
    private JobRequest request;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ListedJob job = request.job();
        spec.commandLine().getOut().print(json ? request.ask(job, "metrics", "json") : request.ask(job, "metrics"));
        spec.commandLine().getOut().flush();
        return ExitCode.SUCCESS.number();
    }
}
