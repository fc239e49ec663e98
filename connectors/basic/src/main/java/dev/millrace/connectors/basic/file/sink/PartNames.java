package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.IOException;

/**
 * Names for part files that nobody else uses: {@code PREFIX-JOB-WRITER-ATTEMPT-NUMBER SUFFIX}. A job's id is given once, so
 * neither another run nor another attempt, alive or not, writes under the same name.
 */
final class PartNames {

    private static final int JOB_CHARS_MAX = 8;

    private final OutputFileConfig config;
    private final String writer;
    private long next;

    private PartNames(OutputFileConfig config, String writer) {
        this.config = config;
        this.writer = writer;
    }

    static PartNames of(OutputFileConfig config, WriterInitContext context) {
        String job = context.getJobInfo().getJobId();
        return new PartNames(
                config,
                job.substring(0, Math.min(JOB_CHARS_MAX, job.length()))
                        + "-" + context.getTaskInfo().getIndexOfThisSubtask()
                        + "-" + context.getTaskInfo().getAttemptNumber());
    }

    /** A name in a directory that is not taken. */
    Path next(FileSystem fileSystem, Path directory) throws IOException {
        Path path;
        do {
            path = new Path(directory, config.partPrefix() + "-" + writer + "-" + next++ + config.partSuffix());
        } while (fileSystem.exists(path));
        return path;
    }
}
