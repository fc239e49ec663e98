package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.connector.WriterInitContext;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import java.io.IOException;

/**
 * Names for part files that nobody else uses: {@code PREFIX-JOB-WRITER-ATTEMPT-NUMBER SUFFIX}. A job's id is given once, so
 * neither another run nor another attempt, alive or not, writes under the same name, hidden or seen. Part of the id would not
 * do: a run goes on with hidden files of the run before it while it begins files of its own.
 */
final class PartNames {

    private final OutputFileConfig config;
    private final String writer;
    private long next;

    private PartNames(OutputFileConfig config, String writer) {
        this.config = config;
        this.writer = writer;
    }

    static PartNames of(OutputFileConfig config, WriterInitContext context) {
        return new PartNames(
                config,
                context.getJobInfo().getJobId()
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
