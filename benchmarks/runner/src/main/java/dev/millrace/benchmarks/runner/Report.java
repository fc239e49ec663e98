package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as text: a line per trial for programs, and tables of ratios for people. */
final class Report {
    private static final List<String> COLUMNS = List.of(
            "workload",
            "contestant",
            "round",
            "records_per_second",
            "cpu_ns_per_record",
            "collector_s",
            "p50_us",
            "p99_us",
            "p999_us",
            "wall_s",
            "peak_mb",
            "answer",
            "note");

    private final List<Result> results;

    Report(List<Result> results) {
        this.results = results;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("trials.tsv"), trials());
        Files.writeString(folder.resolve("table.md"), tables());
        Files.writeString(folder.resolve("ratios.svg"), new Plot(results).svg());
    }

    private String trials() {
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        for (Result result : results) {
            result.trials().forEach((contestant, trials) -> {
                for (int round = 0; round < trials.size(); round++) {
                    Trial trial = trials.get(round);
                    List<String> cells = new ArrayList<>(
                            List.of(result.workload().name(), contestant.label(), Integer.toString(round + 1)));
                    cells.addAll(Arrays.asList(trial.columns()));
                    cells.add(trial.answer());
                    cells.add(trial.note());
                    text.append(String.join("\t", cells)).append('\n');
                }
            });
        }
        return text.toString();
    }

    /** All tables, in Markdown. */
    String tables() {
        return rates() + latencies() + starts();
    }

    private String rates() {
        List<Result> rows = results.stream()
                .filter(result -> result.workload().task().isThroughput())
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        List<Contestant> columns = Arrays.stream(Contestant.values())
                .filter(contestant -> rows.stream().anyMatch(row -> row.has(contestant)))
                .toList();
        StringBuilder text = new StringBuilder("Records per second, and how many times as many Millrace does"
                + " (median of pairs, 95 % interval)\n\n| workload |");
        columns.forEach(column -> text.append(' ').append(column.label()).append(" |"));
        text.append(" default / flink | reuse / best peer | reuse / hand | CPU reuse / hand |\n|---|")
                .append("--:|".repeat(columns.size() + 4))
                .append('\n');
        for (Result row : rows) {
            text.append("| ").append(row.workload().name()).append(" |");
            for (Contestant column : columns) {
                String cell = row.has(column) ? Quantity.of(row.score(column)) : "–";
                text.append(' ').append(cell).append(" |");
            }
            text.append(cell(row.ratio(Contestant.MILLRACE, Contestant.FLINK)))
                    .append(cell(row.bestPeer().flatMap(peer -> row.ratio(row.best(), peer))))
                    .append(cell(row.ratio(row.best(), Contestant.HAND)))
                    .append(cell(row.ratio(row.best(), Contestant.HAND, Trial::cpuNanosPerRecord)))
                    .append('\n');
        }
        text.append("| **geometric mean** |").append(" |".repeat(columns.size()));
        text.append(mean(rows.stream()
                        .map(row -> row.ratio(Contestant.MILLRACE, Contestant.FLINK))
                        .toList()))
                .append(mean(rows.stream()
                        .map(row -> row.bestPeer().flatMap(peer -> row.ratio(row.best(), peer)))
                        .toList()))
                .append(mean(rows.stream()
                        .map(row -> row.ratio(row.best(), Contestant.HAND))
                        .toList()))
                .append(mean(rows.stream()
                        .map(row -> row.ratio(row.best(), Contestant.HAND, Trial::cpuNanosPerRecord))
                        .toList()));
        return text.append("\n\n").toString();
    }

    private static String cell(Optional<Ratio> ratio) {
        return " " + ratio.map(Ratio::toString).orElse("–") + " |";
    }

    private static String mean(List<Optional<Ratio>> ratios) {
        List<Double> medians =
                ratios.stream().flatMap(Optional::stream).map(Ratio::median).toList();
        return medians.isEmpty() ? " – |" : " **" + Ratio.short3(Ratio.geometricMean(medians)) + "×** |";
    }

    private String latencies() {
        return table(
                Task.LATENCY,
                "Microseconds from when a record was due to its result (medians; ratio of p99)",
                List.of("p50", "p99", "p99.9", "CPU ns/record"),
                (result, contestant) -> List.of(
                        whole(result.median(contestant, Trial::p50)),
                        whole(result.median(contestant, Trial::p99)),
                        whole(result.median(contestant, Trial::p999)),
                        whole(result.median(contestant, Trial::cpuNanosPerRecord))));
    }

    private String starts() {
        return table(
                Task.START,
                "The life of a process with a job of three elements (medians; ratio of seconds)",
                List.of("s", "MB"),
                (result, contestant) -> List.of(
                        String.format(Locale.ROOT, "%.2f", result.median(contestant, Trial::wallSeconds)),
                        whole(result.median(contestant, Trial::peakMegabytes))));
    }

    /** The cells of a contestant. */
    private interface Cells {
        List<String> of(Result result, Contestant contestant);
    }

    private String table(Task task, String title, List<String> columns, Cells cells) {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            if (result.workload().task() != task) {
                continue;
            }
            if (text.isEmpty()) {
                text.append(title).append("\n\n| workload | contestant | ");
                text.append(String.join(" | ", columns)).append(" | Millrace is better by |\n|---|---|");
                text.append("--:|".repeat(columns.size() + 1)).append('\n');
            }
            for (Contestant contestant : result.trials().keySet()) {
                text.append("| ").append(result.workload().name()).append(" | ").append(contestant.label());
                text.append(" | ")
                        .append(String.join(" | ", cells.of(result, contestant)))
                        .append(" |");
                boolean ourselves = contestant == Contestant.MILLRACE;
                text.append(cell(ourselves ? Optional.empty() : result.ratio(Contestant.MILLRACE, contestant)));
                text.append('\n');
            }
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
