package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Millrace against other engines and against programs written by hand. */
@Command(
        name = "bench",
        subcommands = {Guard.class, Check.class, Goals.class},
        description = {
            "Measures Millrace against other engines and against programs written by hand, in fresh JVMs that take"
                    + " turns, and prints tables of ratios.",
            ""
        },
        footer = {
            "",
            "Files: DIR/trials.tsv (each measurement, while it runs), DIR/table.md, DIR/ratios.svg.",
            "Examples:",
            "  bin/bench --quick                                  all workloads, roughly, in about an hour",
            "  bin/bench --peers best --seconds 3                 after the first round only the best peer",
            "  bin/bench --resume benchmarks/target/bench/trials.tsv   go on where it was interrupted",
            "  bin/bench --workload q5,q5-records --pairs 10      two workloads with narrow intervals",
            "  bin/bench --workload count-1m --peers hand --seconds 10",
            "  bin/bench --workload count-1m --collector Parallel peers like it better there",
            "  bin/bench check                                    do all engines give the same answers?",
            "  bin/bench guard                                    has Millrace become slower?",
            "  bin/bench --pairs 3 goals                          are the goals met that are no throughput?",
            "  bin/bench micro Copies                             JMH on one class of micro-benchmarks"
        })
final class Bench implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "prints this")
    private boolean help;

    @Option(names = "--home", hidden = true, required = true, description = "the folder of this build")
    private Path home;

    @Option(
            names = "--workload",
            split = ",",
            paramLabel = "W",
            description = "which ones, by name (default: all); wrong names are answered with the right ones")
    private List<String> names = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "N", description = "fresh JVMs for each contestant (default: 10)")
    private Integer pairs;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "for how long jobs are repeated to warm up, and again to be measured (default: 5)")
    private Double seconds;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "P",
            defaultValue = "flink,jet,hand",
            description =
                    "flink, jet, hand, or one setting such as flink-reuse; best: all, but after the first round only"
                            + " hand, Flink's default and the peer that was best (default: ${DEFAULT-VALUE})")
    private List<String> peers;

    @Option(names = "--quick", description = "3 pairs, 1 second, a tenth of the records, one warm-up")
    private boolean quick;

    @Option(
            names = "--collector",
            paramLabel = "C",
            defaultValue = "G1",
            description = "G1, Parallel, Z, Serial (default: ${DEFAULT-VALUE})")
    private String collector;

    @Option(
            names = "--heap",
            paramLabel = "H",
            defaultValue = "8g",
            description = "heap of each JVM (default: ${DEFAULT-VALUE})")
    private String heap;

    @Option(
            names = "--parallelism",
            paramLabel = "P",
            defaultValue = "2",
            description = "instances of each step; by hand 1 or 2 (default: ${DEFAULT-VALUE})")
    private int parallelism;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "go on with the trials.tsv of a run that was interrupted, or had fewer pairs; --pairs 0: only"
                    + " report it")
    private Path resumed;

    @Option(names = "--out", paramLabel = "DIR", description = "where files are written (default: target/bench here)")
    private Path out;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("bench: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Workload> workloads = workloadsOr(Workload.all());
        for (Workload workload : workloads) {
            Contestant.of(peers, workload);
        }
        Journal journal = resumed == null
                ? Journal.fresh(folder().resolve("trials.tsv"), plan())
                : Journal.resumed(resumed, plan());
        new Rounds(plan(), journal, System.err).run(workloads, workload -> Contestant.of(peers, workload));
        Report report = new Report(journal.results());
        report.write(folder());
        System.out.print(report.tables());
        System.err.println("bench: written to " + folder());
        boolean agree = true;
        for (Result result : journal.results()) {
            if (result.answers().size() > 1) {
                System.err.println(
                        "bench: different answers to " + result.workload().name() + ": " + result.answers());
                agree = false;
            }
        }
        return agree ? 0 : 1;
    }

    /** How measurements are taken, from the options. */
    Plan plan() {
        return new Plan(
                home,
                pairs != null ? pairs : quick ? 3 : 10,
                quick ? 1 : 3,
                seconds != null ? seconds : quick ? 1 : 5,
                quick ? 10 : 1,
                heap,
                collector,
                parallelism,
                peers.contains(Contestant.BEST));
    }

    /** Where files are written. */
    Path folder() {
        return out == null ? home.resolve("target/bench") : out;
    }

    /** The workloads that were named, or these. */
    List<Workload> workloadsOr(List<Workload> otherwise) {
        return names.isEmpty() ? otherwise : names.stream().map(Workload::named).toList();
    }

    List<String> peers() {
        return peers;
    }
}
