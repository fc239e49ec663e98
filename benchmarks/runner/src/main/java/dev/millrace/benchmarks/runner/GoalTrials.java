package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Takes trials for goals and keeps them by a name, one for each round. */
final class GoalTrials {
    private final Plan plan;
    private final PrintStream progress;

    GoalTrials(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** What is measured once. */
    interface Attempt {
        Trial take(Child child) throws IOException, InterruptedException;
    }

    Plan plan() {
        return plan;
    }

    int rounds() {
        return plan.pairs();
    }

    Child child() {
        return new Child(plan);
    }

    /** Takes a trial and tells of it. */
    Trial take(String name, Attempt attempt) throws IOException, InterruptedException {
        Trial trial = attempt.take(child());
        tell(name, trial);
        return trial;
    }

    void tell(String name, Trial trial) {
        progress.printf(
                Locale.ROOT,
                "%-32s %10s records/s %9.1f ns CPU/record  p50 %6.0f p99 %8.0f p99.9 %8.0f us  gap %6.1f ms  %s%n",
                name,
                Quantity.of(trial.recordsPerSecond()),
                trial.cpuNanosPerRecord(),
                trial.p50(),
                trial.p99(),
                trial.p999(),
                trial.gapMillis(),
                trial.note());
    }

    void tell(String text) {
        progress.println(text);
    }

    /** The ordinary measurement of a workload. */
    Trial of(Contestant contestant, Workload workload) throws IOException, InterruptedException {
        return take(workload.name() + " " + contestant.label(), child -> child.run(contestant, workload));
    }

    static double median(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return Ratio.median(trials.stream().mapToDouble(value).toArray());
    }

    /** The ratio of two figures, round by round. */
    static Ratio ratio(List<Trial> ours, List<Trial> theirs, ToDoubleFunction<Trial> value) {
        double[] ratios = new double[ours.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = value.applyAsDouble(ours.get(round)) / value.applyAsDouble(theirs.get(round));
        }
        return Ratio.of(ratios);
    }
}
