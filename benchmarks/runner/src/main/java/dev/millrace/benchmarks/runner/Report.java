package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Results as tables of ratios and a plot. */
final class Report {
    private final List<Result> results;

    Report(List<Result> results) {
        this.results = results;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("table.md"), tables());
        Files.writeString(folder.resolve("ratios.svg"), new Plot(results).svg());
    }

    /** All tables, in Markdown. */
    String tables() {
        return new Rates(results).table() + latencies() + starts();
    }

    private static String cell(Optional<Ratio> ratio) {
        return " " + ratio.map(Ratio::toString).orElse("–") + " |";
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
