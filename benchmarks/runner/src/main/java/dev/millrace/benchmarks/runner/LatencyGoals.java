package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Types;
import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long a record is on its way at a steady rate. */
final class LatencyGoals {
    private static final double P50_MICROS_MAX = 200;
    private static final double P99_MICROS_MAX = 1_000;
    private static final List<Contestant> CONTESTANTS =
            List.of(Contestant.MILLRACE, Contestant.FLINK_0MS, Contestant.FLINK_1MS, Contestant.FLINK, Contestant.JET);

    private LatencyGoals() {}

    static List<Goal> latency(GoalTrials trials) throws IOException, InterruptedException {
        Workload latency = new Workload(Task.LATENCY, Types.PLAIN);
        Map<Contestant, List<Trial>> taken = new EnumMap<>(Contestant.class);
        for (int round = 0; round < trials.rounds(); round++) {
            for (Contestant contestant : CONTESTANTS) {
                taken.computeIfAbsent(contestant, key -> new ArrayList<>()).add(trials.of(contestant, latency));
            }
        }
        List<Trial> ours = taken.get(Contestant.MILLRACE);
        double p50 = GoalTrials.median(ours, Trial::p50);
        double p99 = GoalTrials.median(ours, Trial::p99);
        String part = GoalPart.LATENCY.label();
        List<Goal> goals = new ArrayList<>();
        goals.add(new Goal(part, "200 k records/s, p50 at most 0.2 ms", millis(p50), p50 <= P50_MICROS_MAX));
        goals.add(new Goal(
                part,
                "p99 at most 1 ms",
                millis(p99) + ", p99.9 " + millis(GoalTrials.median(ours, Trial::p999)),
                p99 <= P99_MICROS_MAX));
        taken.forEach((contestant, theirs) -> {
            if (contestant.isPeer()) {
                double other = GoalTrials.median(theirs, Trial::p99);
                goals.add(new Goal(
                        part,
                        "p99 below " + contestant.label(),
                        millis(p99) + " against " + millis(other) + " (p50 "
                                + millis(GoalTrials.median(theirs, Trial::p50)) + ", p99.9 "
                                + millis(GoalTrials.median(theirs, Trial::p999)) + ")",
                        p99 < other));
            }
        });
        return goals;
    }

    private static String millis(double micros) {
        return String.format(Locale.ROOT, "%.3f ms", micros / 1e3);
    }
}
