package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Types;
import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What checkpoints cost, and for how long they hold tasks up. */
final class CheckpointGoals {
    /** Enough for several checkpoints in a job. */
    private static final long RECORDS = 80_000_000;

    private static final long INTERVAL_MILLIS = 1_000;
    private static final double KEPT_MIN = 0.95;
    private static final double TIMES_FLINK = 5;
    private static final double GAP_MILLIS_MAX = 20;

    private CheckpointGoals() {}

    static List<Goal> cost(GoalTrials trials) throws IOException, InterruptedException {
        Workload counts = new Workload(Task.COUNT_1M, Types.PLAIN);
        long records = trials.plan().records(RECORDS);
        List<Trial> with = new ArrayList<>();
        List<Trial> without = new ArrayList<>();
        for (int round = 0; round < trials.rounds(); round++) {
            without.add(trials.take(
                    "count-1m without checkpoints", child -> child.run(Contestant.MILLRACE, counts, records, 0)));
            with.add(trials.take(
                    "count-1m, one each second",
                    child -> child.run(Contestant.MILLRACE, counts, records, INTERVAL_MILLIS)));
        }
        Ratio kept = GoalTrials.ratio(with, without, Trial::recordsPerSecond);
        Ratio cpu = GoalTrials.ratio(with, without, Trial::cpuNanosPerRecord);
        return List.of(new Goal(
                GoalPart.CHECKPOINT_COST.label(),
                "count-1m with a checkpoint each second: at least 0.95 of its throughput",
                kept + ", CPU " + cpu,
                kept.median() >= KEPT_MIN));
    }

    static List<Goal> largeState(GoalTrials trials) throws IOException, InterruptedException {
        Workload checkpoint = new Workload(Task.CHECKPOINT, Types.PLAIN);
        List<Trial> ours = new ArrayList<>();
        List<Trial> theirs = new ArrayList<>();
        for (int round = 0; round < trials.rounds(); round++) {
            ours.add(trials.of(Contestant.MILLRACE, checkpoint));
            theirs.add(trials.of(Contestant.FLINK, checkpoint));
        }
        Ratio times = GoalTrials.ratio(ours, theirs, Trial::recordsPerSecond);
        double gap = ours.stream().mapToDouble(Trial::gapMillis).max().orElse(0);
        String part = GoalPart.CHECKPOINT.label();
        return List.of(
                new Goal(
                        part,
                        "10 M keys, 40 M updates, a checkpoint each 2 s: at least 5 times Flink's heap backend",
                        times.toString(),
                        times.median() >= TIMES_FLINK),
                new Goal(
                        part,
                        "longest gap at a sink of it, collector included: under 20 ms",
                        String.format(
                                Locale.ROOT, "%.1f ms (median %.1f)", gap, GoalTrials.median(ours, Trial::gapMillis)),
                        gap < GAP_MILLIS_MAX));
    }
}
