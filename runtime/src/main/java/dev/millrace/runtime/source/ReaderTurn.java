package dev.millrace.runtime.source;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.runtime.chain.Pace;

/** Lets a reader emit some records. */
interface ReaderTurn {

    /**
     * Ends when the reader has emitted enough for a turn, has nothing, or the task has something else to do.
     *
     * @param pace says when the operators behind the reader take no more
     */
    InputStatus take(Pace pace) throws Exception;
}
