package dev.millrace.cli;

import dev.millrace.cluster.control.ListedJob;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Running jobs as a table. */
final class JobTable {

    /** As much of an id as tells jobs apart. */
    private static final int ID_DIGITS = 8;

    private static final List<String> HEAD = List.of("JOB", "NAME", "STATE", "SINCE", "PID", "PROGRAM");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String COMMAND = Millrace.class.getName();

    private JobTable() {}

    /** What commands call a job by. */
    static String shortId(ListedJob job) {
        return job.id().substring(0, Math.min(ID_DIGITS, job.id().length()));
    }

    /** A line for the heading and one per job, with times of a zone. */
    static List<String> lines(List<ListedJob> jobs, ZoneId zone) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (ListedJob job : jobs) {
            rows.add(List.of(
                    shortId(job),
                    job.name(),
                    job.status(),
                    TIME.format(job.since().atZone(zone)),
                    Long.toString(job.pid()),
                    job.program().replace(COMMAND, "millrace")));
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
