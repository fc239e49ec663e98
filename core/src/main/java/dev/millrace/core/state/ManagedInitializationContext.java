package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.util.OptionalLong;

/** Gives a function its state at the start. */
@ModelApi
public interface ManagedInitializationContext {

    /** Whether the state comes from a snapshot. */
    default boolean isRestored() {
        return getRestoredCheckpointId().isPresent();
    }

    /** The checkpoint the state comes from. */
    OptionalLong getRestoredCheckpointId();

    OperatorStateStore getOperatorStateStore();

    /** The keyed state; an error when the function's input has no keys. */
    KeyedStateStore getKeyedStateStore();
}
