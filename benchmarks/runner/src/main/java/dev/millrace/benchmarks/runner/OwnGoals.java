package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Types;
import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What Millrace costs beside what it costs otherwise: no peer takes part. */
final class OwnGoals {
    private static final double IDLE_CORE_MAX = 0.01;
    private static final int IDLE_JOBS = 1_000;
    private static final double IDLE_JOBS_CORE_MAX = 0.02;
    private static final double IDLE_JOB_BYTES_MAX = 200_000;
    private static final long SLIDE_RECORDS = 40_000_000;
    private static final double SLIDES_MAX = 1.5;
    private static final long MAP_RECORDS = 60_000_000;
    private static final int MAPS = 64;
    private static final double SPEED_UP_MIN = 0.95;
    private static final double TOGETHER_MIN = 0.9;

    private OwnGoals() {}

    static List<Goal> idle(GoalTrials trials) throws IOException, InterruptedException {
        Map<String, String> one = idle(trials, 1);
        Map<String, String> many = idle(trials, IDLE_JOBS);
        double core = Double.parseDouble(one.get("core"));
        double cores = Double.parseDouble(many.get("core"));
        double heap = Double.parseDouble(many.get("heap"));
        double outside = Double.parseDouble(many.get("native"));
        String part = GoalPart.IDLE.label();
        return List.of(
                new Goal(part, "an idle job: under 1 % of a core", percent(core), core < IDLE_CORE_MAX),
                new Goal(
                        part,
                        "1,000 idle jobs in a process: under 2 % of a core",
                        percent(cores),
                        cores < IDLE_JOBS_CORE_MAX),
                new Goal(
                        part,
                        "each of them under 200 KB of memory",
                        String.format(Locale.ROOT, "%.0f KB heap, %.0f KB native", heap / 1e3, outside / 1e3),
                        heap + outside < IDLE_JOB_BYTES_MAX));
    }

    private static Map<String, String> idle(GoalTrials trials, int jobs) throws IOException, InterruptedException {
        List<String> lines =
                trials.child().program("IdleJobs", List.of("-XX:+AlwaysPreTouch"), List.of(Integer.toString(jobs)));
        lines.forEach(trials::tell);
        return Trial.pairs(lines.get(lines.size() - 1));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    static List<Goal> slides(GoalTrials trials) throws IOException, InterruptedException {
        List<Trial> wide = new ArrayList<>();
        List<Trial> narrow = new ArrayList<>();
        for (int round = 0; round < trials.rounds(); round++) {
            wide.add(probe(trials, "slide", 1_000, SLIDE_RECORDS));
            narrow.add(probe(trials, "slide", 10, SLIDE_RECORDS));
        }
        Ratio times = GoalTrials.ratio(narrow, wide, Trial::cpuNanosPerRecord);
        return List.of(new Goal(
                GoalPart.SLIDES.label(),
                "windows of 10 s each 10 ms: at most 1.5 times the CPU per record of 10 s each second",
                times.toString(),
                times.median() <= SLIDES_MAX));
    }

    static List<Goal> chains(GoalTrials trials) throws IOException, InterruptedException {
        List<Trial> none = new ArrayList<>();
        List<Trial> one = new ArrayList<>();
        List<Trial> many = new ArrayList<>();
        for (int round = 0; round < trials.rounds(); round++) {
            none.add(probe(trials, "maps", 0, MAP_RECORDS));
            one.add(probe(trials, "maps", 1, MAP_RECORDS));
            many.add(probe(trials, "maps", MAPS, MAP_RECORDS));
        }
        double nothing = GoalTrials.median(none, Trial::cpuNanosPerRecord);
        double first = GoalTrials.median(one, Trial::cpuNanosPerRecord) - nothing;
        double all = GoalTrials.median(many, Trial::cpuNanosPerRecord) - nothing;
        return List.of(new Goal(
                GoalPart.CHAINS.label(),
                "64 chained maps: at most 64 times what one adds",
                String.format(Locale.ROOT, "%.1f ns against %.1f ns, %.0f times", all, first, all / first),
                all <= MAPS * first));
    }

    private static Trial probe(GoalTrials trials, String kind, int size, long records)
            throws IOException, InterruptedException {
        Plan plan = trials.plan();
        return trials.take(
                kind + " " + size,
                child -> Trial.of(
                        child.program(
                                "Probe",
                                List.of(),
                                List.of(
                                        kind,
                                        Integer.toString(size),
                                        Long.toString(plan.records(records)),
                                        Double.toString(plan.seconds()))),
                        0));
    }

    static List<Goal> speedUp(GoalTrials trials) throws IOException, InterruptedException {
        List<Goal> goals = new ArrayList<>();
        Child alone = new Child(trials.plan().withParallelism(1));
        for (Workload workload :
                plain().filter(each -> each.task().isKeyedOrWindowed()).toList()) {
            List<Double> shares = new ArrayList<>();
            for (int round = 0; round < trials.rounds(); round++) {
                double ours = speedUp(trials, alone, Contestant.MILLRACE_REUSE, workload);
                shares.add(ours / speedUp(trials, alone, Contestant.HAND, workload));
            }
            Ratio share =
                    Ratio.of(shares.stream().mapToDouble(Double::doubleValue).toArray());
            goals.add(new Goal(
                    GoalPart.SPEED_UP.label(),
                    workload.name() + ", two workers against one: at least 0.95 of the speed-up by hand",
                    share.toString(),
                    share.median() >= SPEED_UP_MIN));
        }
        return goals;
    }

    private static double speedUp(GoalTrials trials, Child alone, Contestant contestant, Workload workload)
            throws IOException, InterruptedException {
        Trial one = alone.run(contestant, workload);
        trials.tell(workload.name() + " " + contestant.label() + " alone", one);
        return trials.of(contestant, workload).recordsPerSecond() / one.recordsPerSecond();
    }

    static List<Goal> together(GoalTrials trials) throws IOException, InterruptedException {
        List<Workload> workloads = plain().toList();
        List<List<Trial>> alone = new ArrayList<>();
        List<List<Trial>> together = new ArrayList<>();
        for (int round = 0; round < trials.rounds(); round++) {
            List<Trial> fresh = new ArrayList<>();
            for (Workload workload : workloads) {
                fresh.add(trials.of(Contestant.MILLRACE, workload));
            }
            alone.add(fresh);
            Map<Workload, Trial> all = trials.child().run(Contestant.MILLRACE, workloads);
            all.forEach((workload, trial) -> trials.tell(workload.name() + " after others", trial));
            together.add(List.copyOf(all.values()));
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < workloads.size(); i++) {
            int place = i;
            Ratio kept = GoalTrials.ratio(
                    together.stream().map(round -> round.get(place)).toList(),
                    alone.stream().map(round -> round.get(place)).toList(),
                    Trial::recordsPerSecond);
            goals.add(new Goal(
                    GoalPart.TOGETHER.label(),
                    workloads.get(i).name() + " after all others in one JVM: at least 0.9 of what it does alone",
                    kept.toString(),
                    kept.median() >= TOGETHER_MIN));
        }
        return goals;
    }

    /** The workloads of throughput that fit into a process with others. */
    private static Stream<Workload> plain() {
        return Arrays.stream(Task.values())
                .filter(task -> task.isThroughput() && task != Task.CHECKPOINT)
                .map(task -> new Workload(task, Types.PLAIN));
    }
}
