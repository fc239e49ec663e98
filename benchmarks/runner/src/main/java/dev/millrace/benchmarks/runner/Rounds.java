package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets contestants take turns on a workload. In each round every one gets a fresh JVM, and the order changes from round to
 * round, so that what changes on the machine changes for all. A contestant that fails is left out of the rounds that follow.
 */
final class Rounds {
    private final Plan plan;
    private final Child child;
    private final PrintStream progress;

    Rounds(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.child = new Child(plan);
        this.progress = progress;
    }

    Result run(Workload workload, List<Contestant> contestants) throws InterruptedException {
        Map<Contestant, List<Trial>> trials = new EnumMap<>(Contestant.class);
        contestants.forEach(contestant -> trials.put(contestant, new ArrayList<>()));
        List<Contestant> order = new ArrayList<>(contestants);
        for (int round = 1; round <= plan.pairs(); round++) {
            for (Contestant contestant : List.copyOf(order)) {
                Trial trial = trial(contestant, workload, round);
                if (trial == null) {
                    order.remove(contestant);
                    trials.remove(contestant);
                } else {
                    trials.get(contestant).add(trial);
                }
            }
            Collections.rotate(order, 1);
        }
        return new Result(workload, trials);
    }

    private Trial trial(Contestant contestant, Workload workload, int round) throws InterruptedException {
        try {
            Trial trial = child.run(contestant, workload);
            progress.printf(
                    Locale.ROOT,
                    "%-20s round %2d/%d  %-15s %10s records/s %9.1f ns CPU/record  p99 %8.0f us  %6.2f s  %s  %s%n",
                    workload.name(),
                    round,
                    plan.pairs(),
                    contestant.label(),
                    Quantity.of(trial.recordsPerSecond()),
                    trial.cpuNanosPerRecord(),
                    trial.p99(),
                    trial.wallSeconds(),
                    trial.answer(),
                    trial.note());
            return trial;
        } catch (IOException | IllegalStateException failure) {
            progress.printf(
                    "%-20s round %2d/%d  %-15s failed: %s%n",
                    workload.name(), round, plan.pairs(), contestant.label(), failure.getMessage());
            return null;
        }
    }
}
