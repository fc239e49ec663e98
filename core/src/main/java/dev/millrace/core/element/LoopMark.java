package dev.millrace.core.element;

/**
 * What the tasks of a loop tell each other by the loop's own channels, so that watermarks and the end leave it only when no
 * record is on its way in it. Marks of a loop stay in it.
 */
public sealed interface LoopMark extends Element permits LoopMark.Round, LoopMark.Call {

    /** Names no round. */
    long NEVER = Long.MAX_VALUE;

    /** The place of the loop's head in the job graph. */
    int loop();

    /**
     * A round begins at the heads of a loop and comes back to them behind all records before it. A task passes it on once
     * all its lanes have delivered it, with what it knows itself. (After Misra, Detecting Termination of Distributed
     * Computations Using Markers, 1983.)
     *
     * @param round from 1, without gaps on a channel
     * @param quiet of how many rounds before this one the tasks that it has passed know that nothing happened
     * @param openRound the last round in which a task said that records may still enter the loop; 0 when none has
     * @param eventTime the lowest event time that has come to a head from outside; {@link Long#MAX_VALUE} when none holds it
     *     back
     * @param endRound the round with whose return this series of rounds ends, or {@link #NEVER}
     * @param holding whether records wait outside the loop meanwhile
     */
    record Round(int loop, long round, long quiet, long openRound, long eventTime, long endRound, boolean holding)
            implements LoopMark {
        @Override
        public void deliverTo(Handler handler) {
            handler.onLoopMark(this);
        }
    }

    /** Why a call goes round. */
    enum Reason {
        /** The heads shall go on with rounds until one of this number or a later one has shown that the loop is quiet. */
        ROUNDS,
        /** A head passes the barrier of this checkpoint: nobody may keep it waiting outside. */
        BARRIER,
        /** The job is suspended: the heads end without waiting for the loop. */
        SUSPEND
    }

    /** Said once to every task of a loop, each of which passes it on at once. Of one reason only higher numbers count. */
    record Call(int loop, Reason reason, long number) implements LoopMark {
        @Override
        public void deliverTo(Handler handler) {
            handler.onLoopMark(this);
        }
    }
}
