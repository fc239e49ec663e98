package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets contestants take turns. In each round every one of them gets a fresh JVM for every workload, and the order changes from
 * round to round, so that what changes on the machine changes for all. A contestant that fails at a workload is left out of
 * the rounds that follow.
 */
final class Rounds {
    private final Plan plan;
    private final Child child;
    private final Journal journal;
    private final PrintStream progress;
    private final Set<Turn> failed = new HashSet<>();

    Rounds(Plan plan, Journal journal, PrintStream progress) {
        this.plan = plan;
        this.child = new Child(plan);
        this.journal = journal;
        this.progress = progress;
    }

    /** One contestant at one workload. */
    private record Turn(Workload workload, Contestant contestant) {}

    /** Runs what the journal lacks. */
    void run(List<Workload> workloads, Function<Workload, List<Contestant>> contestants)
            throws IOException, InterruptedException {
        for (int round = 1; round <= plan.pairs(); round++) {
            for (Workload workload : workloads) {
                for (Turn turn : missing(round, workload, contestants)) {
                    take(turn, round);
                    progress.printf(Locale.ROOT, "  %s%n", left(round, workloads, contestants));
                }
            }
        }
    }

    private List<Turn> missing(int round, Workload workload, Function<Workload, List<Contestant>> contestants) {
        List<Contestant> order = new ArrayList<>(contestants.apply(workload));
        if (round > 1 && plan.bestPeerOnly()) {
            Contestant best = journal.result(workload).bestPeer().orElse(Contestant.FLINK);
            order.removeIf(contestant -> contestant.isPeer() && contestant != Contestant.FLINK && contestant != best);
        }
        Collections.rotate(order, round - 1);
        return order.stream()
                .filter(contestant -> !journal.has(workload, contestant, round))
                .map(contestant -> new Turn(workload, contestant))
                .filter(turn -> !failed.contains(turn))
                .toList();
    }

    private void take(Turn turn, int round) throws IOException, InterruptedException {
        progress.printf(
                "%-20s round %2d/%d  %-15s", turn.workload.name(), round, plan.pairs(), turn.contestant.label());
        try {
            Trial trial = child.run(turn.contestant, turn.workload);
            journal.add(turn.workload, turn.contestant, round, trial);
            progress.printf(
                    Locale.ROOT,
                    " %10s records/s %9.1f ns CPU/record  p99 %8.0f us  %6.2f s  %s  %s",
                    Quantity.of(trial.recordsPerSecond()),
                    trial.cpuNanosPerRecord(),
                    trial.p99(),
                    trial.wallSeconds(),
                    trial.answer(),
                    trial.note());
        } catch (Child.Failure | IllegalStateException failure) {
            failed.add(turn);
            progress.print(" failed: " + failure.getMessage());
        }
    }

    /** About how long the rest takes. */
    private String left(int round, List<Workload> workloads, Function<Workload, List<Contestant>> contestants) {
        double seconds = 0;
        for (int later = round; later <= plan.pairs(); later++) {
            for (Workload workload : workloads) {
                for (Turn turn : missing(later, workload, contestants)) {
                    seconds +=
                            journal.expectedSeconds(workload, turn.contestant).orElse(0);
                }
            }
        }
        return String.format(Locale.ROOT, "about %.0f min left", seconds / 60);
    }
}
