package dev.millrace.cluster.control;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A running job of any process of the user.
 *
 * @param id 32 hexadecimal digits
 * @param since when it was submitted
 * @param pid the process that runs it
 * @param program what the process was started with
 * @param socket where its process is asked
 */
public record ListedJob(String id, String name, String status, Instant since, long pid, String program, Path socket) {

    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 6;

    /** A job as a line without its end. */
    static String line(RunningJob job, long pid, String program) {
        return String.join(
                SEPARATOR,
                job.handle().id(),
                plain(job.name()),
                job.handle().status().name(),
                Long.toString(job.sinceMillis()),
                Long.toString(pid),
                plain(program));
    }

    /** Words in one line: what separates fields and lines becomes a space. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    static ListedJob read(String line, Path socket) {
        String[] fields = line.split(SEPARATOR, FIELDS);
        Instant since = Instant.ofEpochMilli(Long.parseLong(fields[3]));
        return new ListedJob(fields[0], fields[1], fields[2], since, Long.parseLong(fields[4]), fields[5], socket);
    }
}
