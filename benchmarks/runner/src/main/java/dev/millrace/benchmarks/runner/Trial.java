package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What one JVM has measured: medians over its measured jobs.
 *
 * @param recordsPerSecond records of the job by its time from submission to end
 * @param cpuNanosPerRecord processor time of the whole process, collector and compiler included
 * @param p50 microseconds from when a record was due to its result
 * @param wallSeconds the life of the process
 * @param peakMegabytes the most memory that the process held
 * @param gapMillis the longest time in which its sinks were given nothing, for workloads that note it
 * @param answer the checksum, the same for all measured jobs
 */
record Trial(
        double recordsPerSecond,
        double cpuNanosPerRecord,
        double collectorSeconds,
        double p50,
        double p99,
        double p999,
        double wallSeconds,
        double peakMegabytes,
        double gapMillis,
        String answer,
        String note) {

    /** Reads the lines of a {@code Measure} process. */
    static Trial of(List<String> lines, double wallSeconds) {
        List<Map<String, String>> all = lines.stream().map(Trial::pairs).toList();
        List<Map<String, String>> jobs =
                all.stream().filter(job -> job.get("kind").equals("job")).toList();
        if (jobs.isEmpty()) {
            throw new IllegalStateException("no job has ended");
        }
        List<String> answers =
                jobs.stream().map(job -> job.get("answer")).distinct().toList();
        if (answers.size() > 1) {
            throw new IllegalStateException("the jobs of one process answer differently: " + answers);
        }
        return new Trial(
                median(jobs, job -> number(job, "records") / number(job, "seconds")),
                median(jobs, job -> number(job, "cpu") * 1e9 / number(job, "records")),
                median(jobs, job -> number(job, "collector")),
                median(jobs, job -> number(job, "p50")),
                median(jobs, job -> number(job, "p99")),
                median(jobs, job -> number(job, "p999")),
                wallSeconds,
                median(jobs, job -> number(job, "peak")),
                jobs.stream().mapToDouble(job -> number(job, "gap")).max().orElse(0),
                answers.get(0),
                jobs.get(jobs.size() - 1).get("note"));
    }

    /** How good it was at the task: more is better. */
    double score(Task task) {
        return switch (task) {
            case LATENCY -> 1 / p99;
            case START -> 1 / wallSeconds;
            case COUNT_1K, COUNT_1M, Q0, Q1, Q2, Q3, Q5, Q7, Q8, Q11, LONGS, WORDS, CHECKPOINT -> recordsPerSecond;
        };
    }

    /** Reads name=value pairs with blanks between. */
    static Map<String, String> pairs(String line) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : line.split(" ")) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return pairs;
    }

    private static double number(Map<String, String> job, String name) {
        return Double.parseDouble(job.get(name));
    }

    private static double median(List<Map<String, String>> jobs, ToDoubleFunction<Map<String, String>> value) {
        return Ratio.median(jobs.stream().mapToDouble(value).toArray());
    }

    /** The names of its cells. */
    static final List<String> COLUMNS = List.of(
            "records_per_second",
            "cpu_ns_per_record",
            "collector_s",
            "p50_us",
            "p99_us",
            "p999_us",
            "wall_s",
            "peak_mb",
            "gap_ms",
            "answer",
            "note");

    /** The same as text, for a line of a file. */
    List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (double value : new double[] {
            recordsPerSecond, cpuNanosPerRecord, collectorSeconds, p50, p99, p999, wallSeconds, peakMegabytes, gapMillis
        }) {
            cells.add(String.format(Locale.ROOT, "%.6g", value));
        }
        cells.add(answer);
        cells.add(note);
        return cells;
    }

    /** Reads what {@link #cells} gave. */
    static Trial ofCells(List<String> cells) {
        double[] values =
                cells.subList(0, 9).stream().mapToDouble(Double::parseDouble).toArray();
        return new Trial(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                values[5],
                values[6],
                values[7],
                values[8],
                cells.get(9),
                cells.get(10));
    }
}
