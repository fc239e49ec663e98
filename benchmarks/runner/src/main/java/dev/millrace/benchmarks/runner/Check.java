package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Runs every workload once and small on every engine, and compares the answers. */
@Command(
        name = "check",
        description =
                "Runs small jobs on all engines and compares their answers. Options such as --workload go before it.")
final class Check implements Callable<Integer> {
    @ParentCommand
    private Bench bench;

    @Override
    public Integer call() throws InterruptedException {
        Child child = new Child(bench.plan());
        boolean agree = true;
        for (Workload workload : bench.workloadsOr(Workload.all())) {
            Set<String> answers = new TreeSet<>();
            List<String> told = new ArrayList<>();
            for (Contestant contestant : Contestant.of(bench.peers(), workload)) {
                String answer = answer(child, contestant, workload);
                answers.add(answer);
                told.add(contestant.label() + " " + answer);
            }
            boolean same = answers.size() == 1;
            agree &= same;
            System.out.println((same ? "same       " : "DIFFERENT  ") + workload.name() + "  "
                    + (same ? answers.iterator().next() : String.join(", ", told)));
        }
        return agree ? 0 : 1;
    }

    private static String answer(Child child, Contestant contestant, Workload workload) throws InterruptedException {
        try {
            return child.check(contestant, workload).answer();
        } catch (IOException | IllegalStateException failure) {
            return "failed: " + failure.getMessage();
        }
    }
}
