package dev.millrace.cli;

import dev.millrace.cluster.control.ControlClient;
import dev.millrace.cluster.control.ControlClient.Listing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the jobs that run now. */
@Command(
        name = "list",
        description = {
            "Lists your running jobs, whatever process runs them: millrace, or a main of your own.",
            "A job can be seen once it has run for a second."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  millrace list", "  watch millrace list"})
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Listing listing = new ControlClient(root.control()).jobs();
        if (listing.jobs().isEmpty()) {
            out.println("No job is running.");
        } else {
            JobTable.lines(listing.jobs(), ZoneId.systemDefault()).forEach(out::println);
        }
        for (Path silent : listing.silent()) {
            spec.commandLine().getErr().println("millrace: the process behind " + silent + " does not answer");
        }
        return ExitCode.SUCCESS.number();
    }
}
