package dev.millrace.benchmarks.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures what is no throughput of a workload and says which goals are met. */
@Command(
        name = "goals",
        description = {
            "Measures checkpoints, latency, idle jobs, sliding windows, two workers, long chains and many jobs in one"
                    + " JVM, and says which goals are met.",
            "Options such as --pairs go before it: bin/bench --pairs 3 goals latency idle. Written to DIR/goals.md."
        })
final class Goals implements Callable<Integer> {
    @ParentCommand
    private Bench bench;

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description =
                    "checkpoint-cost, checkpoint, latency, idle, slides, speed-up, chains, together (default: all)")
    private List<String> parts = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        List<GoalPart> chosen = parts.isEmpty()
                ? List.of(GoalPart.values())
                : parts.stream().map(GoalPart::labelled).toList();
        Path file = bench.folder().resolve("goals.md");
        Files.createDirectories(bench.folder());
        List<String> rows = new ArrayList<>(List.of("| part | goal | figure | |", "|---|---|---|---|"));
        boolean met = true;
        for (GoalPart part : chosen) {
            for (Goal goal : part.measure(new GoalTrials(bench.plan(), System.err))) {
                rows.add(goal.row());
                met &= goal.isMet();
            }
            Files.write(file, rows);
        }
        rows.forEach(System.out::println);
        System.err.println("bench: written to " + file);
        return met ? 0 : 1;
    }
}
