package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** How a program is run: as a stream, or, when all its inputs end, for its final results alone. */
@ModelApi
public enum RuntimeExecutionMode {
    /** Results as records come; event time goes on with watermarks, and checkpoints allow to go on after a failure. */
    STREAMING,

    /**
     * Final results only; all sources have an end. Operators with keys take one key at a time, when all their input is
     * there, in memory: the records in the order in which they arrived, those of a first input before those of a second;
     * then event time comes to its end for the key and all its timers fire, those of processing time too; then its state is
     * given up. So nothing is ever late, and watermarks that a program makes are not looked at. What a key's last timers
     * register for processing time does not fire. Rolling reductions and aggregations emit each key's last result. What is
     * broadcast comes before what it is connected with. There is one checkpoint, at the end, with which sinks commit; after
     * a failure what failed starts from the beginning, as the restart strategy says.
     */
    BATCH,

    /** {@link #BATCH} when all sources have an end and there is no loop, else {@link #STREAMING}. */
    AUTOMATIC
}
