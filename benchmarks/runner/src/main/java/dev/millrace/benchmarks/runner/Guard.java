package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * Notices when Millrace has become slower: processor time per record against that of the program written by hand, which
 * makes up for the machine, compared with what was written down when it was last as it should be.
 */
@Command(
        name = "guard",
        description = {
            "Measures the processor time per record against the program written by hand, and fails when it has grown"
                    + " by more than 20 %% over what benchmarks/guard.tsv says.",
            "Options such as --workload go before it: bin/bench --workload q1 guard"
        })
final class Guard implements Callable<Integer> {
    private static final double GROWTH_MAX = 1.2;
    private static final int PAIRS = 5;
    private static final int SCALE = 4;
    private static final List<String> GUARDED = List.of("count-1m", "count-1m-records", "q1", "q5", "words");

    @ParentCommand
    private Bench bench;

    @Option(names = "--update", description = "write down what is measured instead of comparing it")
    private boolean update;

    @Override
    public Integer call() throws Exception {
        Plan given = bench.plan();
        Plan plan = new Plan(
                given.home(),
                Math.min(given.pairs(), PAIRS),
                given.warmUps(),
                Math.min(given.seconds(), 2),
                SCALE,
                given.heap(),
                given.collector(),
                given.parallelism(),
                false);
        Path file = given.home().resolve("guard.tsv");
        Map<String, Double> baseline = read(file);
        List<Workload> guarded =
                bench.workloadsOr(GUARDED.stream().map(Workload::named).toList());
        Journal journal = Journal.fresh(bench.folder().resolve("guard.tsv"), plan);
        new Rounds(plan, journal, System.err).run(guarded, workload -> List.of(Contestant.MILLRACE, Contestant.HAND));
        boolean kept = true;
        for (Workload workload : guarded) {
            Ratio ratio = journal.result(workload)
                    .ratio(Contestant.MILLRACE, Contestant.HAND, Trial::cpuNanosPerRecord)
                    .orElseThrow(() -> new IllegalStateException(workload.name() + " could not be measured"));
            if (update) {
                baseline.put(workload.name(), ratio.median());
            } else {
                kept &= keeps(workload, ratio, baseline.get(workload.name()));
            }
        }
        if (update) {
            write(file, baseline);
        }
        return kept ? 0 : 1;
    }

    private static boolean keeps(Workload workload, Ratio ratio, Double before) {
        if (before == null) {
            System.out.println(
                    "new     " + workload.name() + ": " + ratio + "; bin/bench guard --update writes it down");
            return true;
        }
        boolean kept = ratio.median() <= before * GROWTH_MAX;
        System.out.printf(
                Locale.ROOT,
                "%s  %s: %s the processor time of the program written by hand, %.2f× when it was written down%n",
                kept ? "kept  " : "SLOWER",
                workload.name(),
                ratio,
                before);
        return kept;
    }

    private static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> baseline = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#")) {
                    baseline.put(cells[0], Double.parseDouble(cells[1]));
                }
            }
        }
        return baseline;
    }

    private static void write(Path file, Map<String, Double> baseline) throws IOException {
        StringBuilder text = new StringBuilder(
                "# processor time per record of Millrace over that of the program written by hand; bin/bench guard\n");
        baseline.forEach((workload, ratio) -> text.append(workload)
                .append('\t')
                .append(String.format(Locale.ROOT, "%.2f", ratio))
                .append('\n'));
        Files.writeString(file, text);
    }
}
