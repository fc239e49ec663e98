package dev.millrace.state.snapshot;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What one task starts from: which sections of which part files it reads. Data, small, made by {@link Redistribution}.
 *
 * @param directory the checkpoint's path
 * @param finished whether the task had come to its end: it only says so again, and runs nothing
 * @param operators what each operator reads; {@link TaskSnapshot#TASK} stands for the task itself
 */
public record TaskRestore(
        String directory,
        long checkpointId,
        boolean finished,
        int instance,
        int parallelism,
        List<OperatorRestore> operators)
        implements Serializable {

    public TaskRestore {
        operators = List.copyOf(operators);
    }

    /**
     * What one operator instance reads.
     *
     * @param own the place among the parts of the one that this instance wrote, the number of parts when it wrote none, or
     *     -1 when the parallelism has changed
     */
    public record OperatorRestore(String operator, int own, List<Part> parts) implements Serializable {

        public OperatorRestore {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One earlier instance's file.
     *
     * @param keyGroups the key groups to read from it, as the file has them, or null when none of them is wanted
     * @param lists whether it holds lists of the operator
     */
    public record Part(String file, long bytes, KeyGroupRange keyGroups, boolean lists) implements Serializable {}

    /** Opens the files for reading. */
    public RestoredTask open(FileSystem files, TypeSystem types) throws IOException {
        return RestoredTask.open(this, new PartFiles(files, new Path(directory)), types);
    }
}
