package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Where checkpoints are kept. */
@ModelApi
public interface CheckpointStorage extends Serializable {

    /** The directory, or null for the memory of the process. */
    String directory();
}
