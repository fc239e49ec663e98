package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.CheckpointStorage;
import java.io.Serializable;

/** A choice of where state lives. State lives on the heap here, whatever is chosen. */
@ModelApi
public interface StateBackend extends Serializable {

    /** Where checkpoints go that are given no place; null when the choice says nothing of it. */
    default CheckpointStorage checkpointStorage() {
        return null;
    }
}
