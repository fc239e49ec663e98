package dev.millrace.cli;

import dev.millrace.cli.live.LiveView;
import dev.millrace.cli.program.NotRun;
import dev.millrace.cli.program.Program;
import dev.millrace.cluster.local.JobWatch;
import dev.millrace.cluster.local.LocalExecutor;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One run of a program, with its jobs in sight. Called by the threads of the program that submit jobs. */
final class ProgramRun implements JobWatch {

    private final CommandSpec command;
    private final RunOptions options;
    private final Interrupt interrupt = new Interrupt();
    /** Null when nothing is to be shown. */
    private final LiveView view;

    private ProgramRun(CommandSpec command, RunOptions options) {
        this.command = command;
        this.options = options;
        this.view = options.live() ? LiveView.open(command.commandLine().getErr()) : null;
    }

    /** Runs a program to the end of its main method; answers the exit code. */
    static ExitCode of(CommandSpec command, RunOptions options, Program program, List<String> arguments)
            throws Exception {
        ProgramRun run = new ProgramRun(command, options);
        LocalExecutor.watch(run);
        try {
            return run.of(program, arguments);
        } finally {
            LocalExecutor.watch(null);
            run.close();
        }
    }

    private void close() {
        if (view != null) {
            view.close();
        }
        interrupt.close();
    }

    private ExitCode of(Program program, List<String> arguments) throws Exception {
        try {
            program.run(arguments);
        } catch (NotRun explained) {
            return ExitCode.SUCCESS;
        } catch (Exception failure) {
            if (interrupt.isPressed()) {
                return ExitCode.INTERRUPTED;
            }
            throw failure;
        }
        if (options.explain()) {
            throw new IllegalStateException("The program ended without submitting a job; there is no plan to show");
        }
        return interrupt.isPressed() ? ExitCode.INTERRUPTED : ExitCode.SUCCESS;
    }

    @Override
    public void submitting(JobGraph graph) {
        if (options.explain()) {
            command.commandLine().getOut().print(graph);
            command.commandLine().getOut().flush();
            throw new NotRun();
        }
    }

    @Override
    public void submitted(JobGraph graph, JobHandle job) {
        interrupt.guard(job);
        if (view != null) {
            view.follow(graph, job);
        }
    }
}
