package dev.millrace.runtime.exchange;

import dev.millrace.core.element.Batch;
import dev.millrace.core.element.LoopMark;

/** Hears what a gate takes from its lanes for the sake of the loops that they lie in, and stops lanes. */
public interface LoopLanes {
    /** For a gate in no loop. */
    LoopLanes NONE = new LoopLanes() {};

    /** Whether nothing may be read from a lane that leads back, because its barrier has come before this task's own. */
    default boolean isHeld(int lane) {
        return false;
    }

    /** Whether the records of a lane have to wait because they would come into a loop. */
    default boolean isKeptOut(int lane) {
        return false;
    }

    /** Rows of a batch, from this one on, are about to be read; called again for what was left. */
    default void onRows(int lane, Batch batch, int from) {}

    default void onLoopMark(int lane, LoopMark mark) {}

    /** A lane that leads back has delivered a barrier. */
    default void onBarrier(int lane, long checkpointId) {}

    /** A lane that leads forward has delivered its last record. */
    default void onEnded(int lane) {}

    /** A lane delivers nothing any more. */
    default void onClosed(int lane) {}
}
