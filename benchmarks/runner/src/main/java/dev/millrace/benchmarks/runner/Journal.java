package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All trials of a run, each a line of a file from the moment it has ended, so that a run that was interrupted can be reported
 * and gone on with. The first line says how trials are taken; those of another setting are not comparable and are refused.
 */
final class Journal {
    private static final String COLUMNS = "workload\tcontestant\tround\t" + String.join("\t", Trial.COLUMNS);

    private final Path file;
    private final Map<Workload, Result> results = new LinkedHashMap<>();

    private Journal(Path file) {
        this.file = file;
    }

    /** An empty one; what the file held is gone. */
    static Journal fresh(Path file, Plan plan) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, List.of(plan.heading(), COLUMNS));
        return new Journal(file);
    }

    /** What was written before; what follows is added to it. */
    static Journal resumed(Path file, Plan plan) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2
                || !lines.get(0).equals(plan.heading())
                || !lines.get(1).equals(COLUMNS)) {
            throw new IOException(file + " was not written by a run with these settings, " + plan.heading()
                    + ", but begins with " + (lines.isEmpty() ? "nothing" : lines.get(0)));
        }
        Journal journal = new Journal(file);
        for (String line : lines.subList(2, lines.size())) {
            List<String> cells = List.of(line.split("\t", -1));
            journal.keep(
                    Workload.named(cells.get(0)),
                    Contestant.labelled(cells.get(1)),
                    Integer.parseInt(cells.get(2)),
                    Trial.ofCells(cells.subList(3, cells.size())));
        }
        return journal;
    }

    void add(Workload workload, Contestant contestant, int round, Trial trial) throws IOException {
        keep(workload, contestant, round, trial);
        String line = workload.name() + "\t" + contestant.label() + "\t" + round + "\t"
                + String.join("\t", trial.cells()) + "\n";
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private void keep(Workload workload, Contestant contestant, int round, Trial trial) {
        results.computeIfAbsent(workload, key -> new Result(key, new EnumMap<>(Contestant.class)))
                .trials()
                .computeIfAbsent(contestant, key -> new TreeMap<>())
                .put(round, trial);
    }

    boolean has(Workload workload, Contestant contestant, int round) {
        Result result = results.get(workload);
        return result != null
                && result.has(contestant)
                && result.trials().get(contestant).containsKey(round);
    }

    /** What is known of a workload. */
    Result result(Workload workload) {
        return results.getOrDefault(workload, new Result(workload, Map.of()));
    }

    /** In the order of all workloads. */
    List<Result> results() {
        return Workload.all().stream()
                .filter(results::containsKey)
                .map(results::get)
                .toList();
    }

    /** How long a process of the contestant lasts, in seconds: as it did before, or as all did on average. */
    OptionalDouble expectedSeconds(Workload workload, Contestant contestant) {
        Result result = result(workload);
        Stream<Trial> alike = result.has(contestant)
                ? result.trials().get(contestant).values().stream()
                : results.values().stream()
                        .flatMap(other -> other.trials().values().stream())
                        .flatMap(trials -> trials.values().stream());
        return alike.mapToDouble(Trial::wallSeconds).average();
    }
}
