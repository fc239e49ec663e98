package dev.millrace.runtime.loop;

import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.LoopMark;
import dev.millrace.core.element.LoopMark.Reason;
import dev.millrace.core.element.LoopMark.Round;
import dev.millrace.runtime.chain.Chain;
import java.util.function.Consumer;

/**
 * The head of a loop in one of its instances: keeps event time, idleness and the end of the data outside until the loop is
 * quiet. All instances let them in after the same round: what they decide by is what each of them knows by then. Owned by the
 * task's thread.
 *
 * <p>Meanwhile new records wait outside, but not for ever: for a loop that is never quiet they are let in again after some
 * rounds, and kept out again, for longer each time.
 */
public final class LoopHead {
    /** How many rounds new records wait outside at first. */
    private static final int HOLD_ROUNDS = 1024;

    private enum Stage {
        /** Records may come from outside. */
        OPEN,
        /** They have come to their end; event time waits for its own. */
        DRAINED,
        /** Event time has come to its end in the loop; what that sent round is waited for. */
        FLUSHED,
        /** The loop has ended. */
        ENDED
    }

    private final LoopRounds rounds;
    private final Chain chain;
    private final Consumer<EndOfData> onEndOfData;
    private final int hops;
    private final long[] eventTimes;

    private Stage stage = Stage.OPEN;
    private boolean suspended;
    private long received;
    private long released;
    private boolean idle;
    private boolean idleTold;

    private boolean on;
    private boolean awaiting;
    private long wanted;
    private long shown;
    private long begun;
    private long flushedRound;
    private long quietHeard;
    private long openHeard;
    private long endRound = LoopMark.NEVER;

    /**
     * @param hops after how many returns each head has heard of each task of the loop
     * @param received the event time that had come from outside, {@link Long#MIN_VALUE} at first
     * @param released the event time that had been let in
     */
    LoopHead(LoopRounds rounds, int hops, Chain chain, Consumer<EndOfData> onEndOfData, long received, long released) {
        this.rounds = rounds;
        this.hops = hops;
        this.chain = chain;
        this.onEndOfData = onEndOfData;
        this.received = received;
        this.released = released;
        this.eventTimes = new long[hops + 2];
    }

    /** What had come from outside before a restore is let in when the loop is quiet. */
    void start() {
        if (received > released) {
            rounds.change();
        }
    }

    /** The loop had ended before a restore. */
    void endedBefore() {
        stage = Stage.ENDED;
    }

    public boolean hasEnded() {
        return stage == Stage.ENDED;
    }

    /** Whether the loop was left as it was: what is still on its way belongs to the last checkpoint. */
    boolean isSuspended() {
        return suspended && hasEnded();
    }

    long received() {
        return received;
    }

    public long released() {
        return released;
    }

    /** Whether something waits to be let in, so that a loop around this one is not quiet. */
    boolean isPending() {
        return stage != Stage.ENDED && (on || wanted > shown);
    }

    public void onWatermark(long timestamp) {
        received = timestamp;
        rounds.change();
    }

    public void onIdle(boolean nowIdle) {
        idle = nowIdle;
        if (!nowIdle) {
            awake();
        }
        rounds.change();
    }

    /** Records come round: whoever reads this task must not take it for idle. */
    void awake() {
        if (idleTold) {
            idleTold = false;
            chain.onIdle(false);
            rounds.change();
        }
    }

    public void onEndOfData(EndOfData mode) {
        if (mode == EndOfData.SUSPEND || suspended) {
            end(EndOfData.SUSPEND);
        } else {
            stage = Stage.DRAINED;
            rounds.change();
        }
    }

    /** The job is being stopped: nobody waits for the loop, also when its inputs had drained before. */
    public void suspend() {
        if (stage != Stage.ENDED) {
            rounds.call(Reason.SUSPEND, 1);
        }
    }

    private void end(EndOfData mode) {
        stage = Stage.ENDED;
        on = false;
        if (mode == EndOfData.SUSPEND) {
            suspended = true;
            rounds.call(Reason.SUSPEND, 1);
        }
        onEndOfData.accept(mode);
    }

    void onCall(Reason reason, long number) {
        if (reason == Reason.ROUNDS) {
            wanted = Math.max(wanted, number);
        } else if (reason == Reason.SUSPEND && !suspended) {
            suspended = true;
            on = false;
            if (stage != Stage.OPEN && stage != Stage.ENDED) {
                end(EndOfData.SUSPEND);
            }
        }
    }

    void proceed() {
        if (!on && wanted > shown && !suspended && stage != Stage.ENDED) {
            on = true;
            begun = rounds.round();
        }
        while (on) {
            if (!awaiting) {
                begin();
            } else if (rounds.returning().isReady()) {
                awaiting = false;
                onReturned();
            } else {
                return;
            }
        }
    }

    private void begin() {
        long next = rounds.round() + 1;
        awaiting = true;
        openHeard = stage == Stage.OPEN ? next : openHeard;
        long eventTime = stage == Stage.OPEN && !idle ? received : Long.MAX_VALUE;
        rounds.pass(next == 1 ? 0 : quietHeard + 1, openHeard, eventTime, endRound, isHolding(next - begun));
    }

    /** New records wait for some rounds, are let in for twice as many, wait for twice as many again, and so on. */
    private static boolean isHolding(long rounds) {
        return Long.numberOfLeadingZeros((rounds - 1) / HOLD_ROUNDS + 1) % 2 == 1;
    }

    private void onReturned() {
        long round = rounds.round();
        Round returned = rounds.returning().isEmpty()
                ? RoundLanes.silence(rounds.loop(), round)
                : rounds.returning().take();
        quietHeard = returned.quiet();
        openHeard = Math.max(openHeard, returned.openRound());
        eventTimes[(int) (round % eventTimes.length)] = returned.eventTime();
        endRound = Math.min(endRound, returned.endRound());
        if (endRound == LoopMark.NEVER && quietHeard >= hops) {
            endRound = round + 1;
        }
        if (round >= endRound) {
            on = false;
            endRound = LoopMark.NEVER;
            rounds.rest();
            onQuiet(round - hops - 1);
        }
    }

    /**
     * The loop has been quiet from a round on, and what every task said in that round all heads know.
     *
     * @param round the one that began the quiet
     */
    private void onQuiet(long round) {
        shown = Math.max(shown, round);
        boolean closed = openHeard < round;
        long eventTime = eventTimes[(int) (round % eventTimes.length)];
        if (closed && stage == Stage.DRAINED) {
            stage = Stage.FLUSHED;
            flushedRound = rounds.round();
            release(Long.MAX_VALUE);
            rounds.change();
        } else if (closed && stage == Stage.FLUSHED) {
            if (round > flushedRound) {
                end(EndOfData.DRAIN);
            }
        } else if (eventTime != Long.MAX_VALUE) {
            awake();
            release(eventTime);
        } else if (!idleTold && !closed) {
            idleTold = true;
            chain.onIdle(true);
        }
        if (stage != Stage.ENDED && !on && wanted > shown) {
            on = true;
            begun = rounds.round();
        }
    }

    private void release(long timestamp) {
        if (timestamp > released) {
            released = timestamp;
            chain.onWatermark(timestamp);
        }
    }
}
